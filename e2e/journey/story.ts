/** What a journey is about, and what is said on it. No word of `right` or `told` is said anywhere else. */
export interface Story {
  need: string
  /** The same need in other words, and what is needed when it is met. */
  sameNeed: string
  nextNeed: string
  course: string
  objective: string
  firstStep: string
  text: string
  question: string
  right: string
  wrong: string
  /** What is said to a right answer. */
  told: string
  lastStep: string
  end: string
  finding: string
  mended: string
  remark: string
  reply: string
  thanks: string
  /** Words as somebody types them in a hurry. */
  typos: string
}

export const gauges: Story = {
  need: 'Zeroing a torque transducer',
  sameNeed: 'How to zero torque transducers',
  nextNeed: 'Zeroing a torque transducer in the cold',
  course: 'Zero a torque transducer',
  objective: 'You can tell a zero from a reading that looks like one.',
  firstStep: 'Before the zero',
  text: 'Hang the cable as it will hang in use. Then let the bridge warm up.',
  question: 'What is the button called that takes the weight of the cable out?',
  right: 'taring key',
  wrong: 'reset key',
  told: 'Exactly, and only once it is warm.',
  lastStep: 'Take the zero',
  end: 'Wait for three equal readings and write the third one down.',
  finding: 'How long does it take to warm up?',
  mended: 'Twenty minutes are enough.',
  remark: 'Does a longer cable change it?',
  reply: 'It does: hang all of it.',
  thanks: 'It saved us a return trip to Oslo.',
  typos: 'torqe transduser',
}

export const scales: Story = {
  need: 'Levelling a bench balance',
  sameNeed: 'How to level the bench balances',
  nextNeed: 'Levelling a bench balance on a ship',
  course: 'Level a bench balance',
  objective: 'You can set a balance up so that it weighs the same every morning.',
  firstStep: 'The table first',
  text: 'Put the balance where nobody walks past. Then look at the glass in front.',
  question: 'What has to rest in the ring before you weigh?',
  right: 'bubble',
  wrong: 'needle',
  told: 'Right: nothing else shows it.',
  lastStep: 'Turn the feet',
  end: 'Turn both feet the same way until it stays.',
  finding: 'Which glass? There are two.',
  mended: 'It is the round one.',
  remark: 'Our table moves when the press runs.',
  reply: 'Then weigh before eight.',
  thanks: 'The morning checks take half the time.',
  typos: 'bench balence',
}
