// What the kiosk says aloud that it does not show, and what it shows when it cannot speak.
export const speech = {
  begin:
    'Cet écran est parlé. Appuyez sur bas ou haut pour entendre chaque choix, sur choisir pour le prendre, sur retour pour revenir, sur aide pour l’aide et l’affichage.',
  chosen: 'choisi',
  notChosen: 'non choisi',
  writeHere: 'Écrivez ici',
  unavailable: 'Cette borne ne peut pas parler aujourd’hui. Veuillez vous adresser au personnel.',
}
