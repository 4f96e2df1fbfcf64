// What the call bar and the desktop program say in English.
export const desktop = {
  heading: 'Call bar',
}
