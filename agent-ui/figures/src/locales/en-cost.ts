// What the statement of cost says in English.
export const cost = {
  heading: 'Cost by programme',
  ways: { label: 'Cost', cost: 'Statement', rates: 'Rates', 'paid-hours': 'Paid hours' },
  empty: 'No time was recorded in this period.',
  upTo: 'People are at work: today is counted up to {time}.',
  programmes: 'Programmes',
  year: 'Fiscal year {years}: {days}',
  totalOf: 'Total {years}',
  yearsHint:
    'A fiscal year begins on April 1. Each is worked out and rounded apart, as in a statement of its own; the total is their sum.',
  brief: 'Cost by programme, {years}',
  noProgramme: 'Services no longer offered',
  time: 'Time',
  minutes: 'Minutes',
  cost: 'Cost',
  each: 'Per transaction',
  unpriced: 'Time without a rate',
  unpricedHint: 'Time without a rate is not in the cost: nobody has said what it costs.',
  noRates: 'None of this time has a rate, so no cost can be worked out.',
  setRates: 'See the rates',
  lines: 'Every line',
  step: 'Step',
  rate: 'Rate per minute',
  rateFrom: 'Rate since',
  apart: 'Apart: time that was for no visit',
  apartHint: 'It is charged to no programme.',
  nothingApart: 'None was recorded.',
  what: 'What',
  reconciled: 'Compared with the hours paid',
  sums: {
    charged: 'Charged to programmes',
    apart: 'For no visit',
    recorded: 'Recorded',
    remainder: 'Remainder: in the shifts and not recorded',
    over: 'Remainder: recorded and in no shift',
    shifts: 'In the shifts',
    paid: 'of which paid',
    unpaid: 'of which not paid, such as lunch',
  },
  remainderHint:
    'Recorded time and the remainder are together the shifts. Nobody had signed in during the remainder: sick days, training, the minutes before the first sign-in.',
  overHint:
    'Recorded time less the remainder is the shifts: more was worked than the shifts that are known.',
  daysWithoutPaid:
    'Paid hours of 1 day of an office are not known. | Paid hours of {count} days of offices are not known.',
  how: {
    heading: 'How this is worked out',
    line: 'Each line is minutes × rate per minute = cost.',
    example: 'The largest one: {service}, {step}, {channel}: {minutes} min × {rate} = {cost}.',
    rounded:
      'The cost of a programme in a fiscal year is rounded once, to the nearest cent, half a cent up. Its cents are then shared among its lines so that they add up to it: a line may be a cent off its own product.',
    once: 'Each minute of somebody’s work is counted once: for one visit, or apart when it was for none.',
    rates:
      'The most precise rate in force on the day holds: one for a service, else for a programme, else for a step, else for a channel. A rate that changes within the period makes a line of its own.',
    programmes: 'A service counts for the programme that it was delivered for on that day.',
    files:
      'Minutes are shown to the hundredth. The files have seconds to the thousandth; the evidence has every stretch of time behind each line, with its visit.',
  },
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
