export interface Told {
  action?: string
  status?: string
  says?: string
  /** What of the mail comes back: all of it, or its head. */
  part?: 'message/rfc822' | 'text/rfc822-headers'
}

/** A report as mail servers write it about a mail that they took (RFC 3464). */
export function bounceOf(mail: string, { action, status, says, part = 'message/rfc822' }: Told = {}): string {
  const back = part === 'message/rfc822' ? mail : (mail.split('\r\n\r\n')[0] ?? '')
  return [
    'From: MAILER-DAEMON@relay.example',
    'To: cairn@test.example',
    'Subject: Undelivered mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    ...['', '--cut', 'Content-Type: text/plain; charset=us-ascii', '', 'It did not arrive.'],
    ...['--cut', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', ''],
    'Final-Recipient: rfc822; somebody@northwind.example',
    `Action: ${action ?? 'failed'}`,
    `Status: ${status ?? '5.1.1'}`,
    `Diagnostic-Code: smtp; ${says ?? '550 5.1.1 No mailbox of this name'}`,
    '    is here any more',
    ...['--cut', `Content-Type: ${part}`, '', back, '--cut--', ''],
  ].join('\r\n')
}
