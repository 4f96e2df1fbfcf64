// What the statement of cost says in English.
export const cost = {
  heading: 'Cost by programme',
  ways: { label: 'Cost', cost: 'Statement', rates: 'Rates', 'paid-hours': 'Paid hours' },
  empty: 'No time was recorded in this period.',
  programmes: 'Programmes',
  noProgramme: 'Services no longer offered',
  time: 'Time',
  cost: 'Cost',
  unpriced: 'Time without a rate',
  unpricedHint: 'Time without a rate is not in the cost: nobody has said what it costs.',
  lines: 'Every line of it',
  step: 'Step',
  rate: 'Rate',
  apart: 'Apart: time that was for no visit',
  nothingApart: 'None was recorded.',
  what: 'What',
  reconciled: 'Compared with the hours paid',
  sums: {
    charged: 'Charged to programmes',
    apart: 'Apart',
    recorded: 'Recorded',
    paid: 'Paid',
    difference: 'Paid and not recorded',
  },
  daysWithoutPaid:
    'Paid hours of 1 day of an office are not known. | Paid hours of {count} days of offices are not known.',
}

export const steps = {
  preparation: 'Taking in',
  call: 'Call',
  service: 'Service',
  phone: 'Phone',
  'back-office': 'Back office',
  hold: 'On hold',
  'wrap-up': 'Wrap-up',
}
