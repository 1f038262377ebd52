import { type ConnectionKind } from '../../../shared/intake/connection.ts'
import { ingest } from '../../../shared/calls/contract.ts'
import { postCommand } from '../commands.ts'

/** One thing to do; what is to be copied stands below it, as it is. */
export type Step = { says: string; copy?: { label: string; text: string } }

/** Where to deliver to, and what to show; a secret that was shown before stands as SECRET. */
export type Place = { address: string; secret: string }

/** A phone system, and how its calls come here. */
export type System = {
  key: string
  title: string
  /** What one gets, in a sentence. */
  means: string
  /** How it delivers by itself; null: it writes files, or a program of ours reads along. */
  kind: ConnectionKind | null
  /** What reads its deliveries, where that is not what its kind usually is read by. */
  adapter?: string
  /** Whose site names are asked for. */
  reader: string | null
  /** Name and source that are offered. */
  source: string
  /** How it comes here, where neither by itself nor by files. */
  way?: string
  /** Whether the system makes the secret itself, and what it calls it. */
  givesSecret?: string
  /** What to do there first. */
  before: readonly Step[]
  /** What to do with address and secret. */
  after: (place: Place) => Step[]
}

const steps = (...given: Step[]): Step[] => given
const say = (says: string): Step => ({ says })
const show = (says: string, label: string, text: string): Step => ({ says, copy: { label, text } })

const importFiles = say('Then import the file on the page Import.')

const asterisk: System = {
  ...{ key: 'asterisk', title: 'Asterisk, FreePBX, Issabel, Wazo', kind: null },
  means:
    'A program of ours reads the queue_log while Asterisk writes it: calls appear in a second.',
  ...{ reader: null, source: 'asterisk:main', after: () => [] },
  before: steps(
    show(
      'Look whether the log grows when somebody calls a queue.',
      'On the phone system',
      'tail -f /var/log/asterisk/queue_log',
    ),
    show(
      'If it does not, write these lines into /etc/asterisk/logger.conf (on FreePBX the last two into logger_general_custom.conf), then reload the logger.',
      'logger.conf',
      '[general]\nqueue_log = yes\nqueue_log_to_file = yes',
    ),
    show('Reload it.', 'Reload', "asterisk -rx 'logger reload'"),
    show(
      'Follow the log, in the folder where Wellspent runs. It begins at the beginning, goes on after a restart, and loses nothing. Put your country in place of DE.',
      'Follow the queue_log',
      'npx --yes pnpm@12 wellspent follow /var/log/asterisk/queue_log --source asterisk:main --country DE',
    ),
    say('The live board is told as well: who waits, who talks, and who is paused.'),
    say(
      'Import older logs (queue_log.1, queue_log-20260302.gz) on the page Import: outcomes need history. docs/intake/asterisk.md has the service for systemd.',
    ),
  ),
}

const freeswitch: System = {
  ...{ key: 'freeswitch', title: 'FreeSWITCH, FusionPBX', kind: 'freeswitch' },
  means: 'mod_json_cdr delivers each call when it is over.',
  ...{ reader: 'freeswitch', source: 'freeswitch:main', before: [] },
  after: ({ address, secret }) =>
    steps(
      say('Load mod_json_cdr in autoload_configs/modules.conf.xml, if it is not loaded.'),
      show(
        'Write these lines into autoload_configs/json_cdr.conf.xml.',
        'json_cdr.conf.xml',
        [
          `<param name="url" value="${address}"/>`,
          `<param name="cred" value="wellspent:${secret}"/>`,
          '<param name="auth-scheme" value="basic"/>',
          '<param name="encode" value="false"/>',
          '<param name="log-b-leg" value="true"/>',
          '<param name="retries" value="2"/>',
          '<param name="delay" value="5"/>',
          '<param name="log-errors-to-disk" value="true"/>',
        ].join('\n'),
      ),
      show('Reload the module.', 'Reload', "fs_cli -x 'reload mod_json_cdr'"),
      say('Make a call. Documents that can not be delivered are kept in err-log-dir: import them.'),
      say(
        'For the live board, run the program in docs/intake/freeswitch.md beside FreeSWITCH: it posts the events of mod_callcenter to the same address.',
      ),
    ),
}

const threeCx: System = {
  ...{ key: '3cx', title: '3CX', kind: null, reader: null, source: '3cx:main' },
  means: 'An export of the call records, as often as you like: overlaps are not counted twice.',
  after: () => [],
  before: steps(
    show(
      'From version 20 on, export the table cdroutput on the machine that runs 3CX.',
      'Export, with your days',
      [
        'sudo -u postgres psql database_single --csv -c "',
        '  SELECT * FROM cdroutput',
        "  WHERE cdr_started_at >= '2026-02-01' AND cdr_started_at < '2026-03-01'",
        '  ORDER BY main_call_history_id, cdr_started_at" > cdroutput.csv',
      ].join('\n'),
    ),
    say(
      'Before version 20, switch on the CDR service (Reporting, CDR), a single file for all calls, with all fields; docs/intake/3cx.md has their order.',
    ),
    importFiles,
  ),
}

const aircall: System = {
  ...{ key: 'aircall', title: 'Aircall', kind: 'aircall', reader: 'aircall-webhooks' },
  means:
    'Its webhooks tell each call with hold and transfers. After-call work is known only from a file of them.',
  ...{ source: 'aircall:main', givesSecret: 'Token of the webhook' },
  before: steps(
    say(
      'In Aircall, under Integrations, Webhook, install one, with any address for now, and switch on all events of calls and users: those of users tell the live board who is away.',
    ),
    say('Copy its token, and enter it below.'),
  ),
  after: ({ address }) =>
    steps(
      show('Enter this address in Aircall’s webhook, and save.', 'Address', address),
      say('Make a call and let it end. For the past, import the exported call history.'),
      say(
        'Aircall switches a webhook off after some failures in a row. If nothing comes for long, look there first.',
      ),
    ),
}

const amazonConnect: System = {
  ...{ key: 'amazon-connect', title: 'Amazon Connect', kind: 'amazon_firehose', before: [] },
  means: 'Amazon Data Firehose delivers contact records, a minute or so after each call.',
  ...{ reader: 'amazon-connect', source: 'amazon-connect:main' },
  after: ({ address, secret }) =>
    steps(
      say(
        'In the console of Amazon Data Firehose create a stream: source Direct PUT, destination HTTP Endpoint.',
      ),
      show(
        'Its endpoint URL. Firehose takes port 443 only, with a certificate that others trust.',
        'HTTP endpoint URL',
        address,
      ),
      show('Its access key, which it sends as X-Amz-Firehose-Access-Key.', 'Access key', secret),
      say('Buffer: at most 5 MiB and 60 seconds. Retry duration: 7,200 seconds.'),
      say('Backup: failed data only, to a bucket. What arrives there can be imported as a file.'),
      say(
        'In the console of Amazon Connect choose the instance, Data streaming, Contact records, Kinesis Firehose, and the stream.',
      ),
      say('Make a call. It is here a minute after the rep’s after-call work.'),
      say(
        'For the live board, let the agent events come to the same address: Data streaming, Agent events, to a Kinesis data stream, and from that a second Firehose stream. Who waits is told by contact events; docs/intake/amazon-connect.md has both.',
      ),
    ),
}

const signedSteps = ({ address, secret }: Place): Step[] =>
  steps(
    show('Send each delivery as a POST to this address.', 'Address', address),
    show('Sign it with this secret, as Standard Webhooks says.', 'Secret', secret),
    show(
      'In JavaScript, with the package standardwebhooks:',
      'Example',
      [
        "import { Webhook } from 'standardwebhooks'",
        'const body = JSON.stringify(records)',
        'const id = crypto.randomUUID() // the same for each try',
        '// now is the present Date, another one for each try',
        `await fetch('${address}', {`,
        "  method: 'POST',",
        '  body,',
        '  headers: {',
        "    'content-type': 'application/json',",
        "    'webhook-id': id,",
        "    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),",
        "    'webhook-signature': new Webhook(SECRET).sign(id, now, body),",
        '  },',
        '})',
      ].join('\n'),
    ),
  )

const genesysCloud: System = {
  ...{ key: 'genesys-cloud', title: 'Genesys Cloud', kind: 'standard_webhooks' },
  means: 'A script of yours asks its analytics API and hands the answers on, signed.',
  ...{ adapter: 'genesys-cloud', reader: 'genesys-cloud', source: 'genesys-cloud:main' },
  before: steps(
    say(
      'Let a script ask POST /api/v2/analytics/conversations/details/query every few minutes, for an interval that reaches back over an hour. What is known already changes nothing.',
    ),
  ),
  after: signedSteps,
}

const webhooks: System = {
  ...{ key: 'webhooks', title: 'Signed webhooks', kind: 'standard_webhooks', reader: null },
  means: 'Call records from your own program or middleware, signed as Standard Webhooks says.',
  ...{ source: 'my-system:main', before: [], after: signedSteps },
}

const api: System = {
  ...{
    key: 'api',
    title: 'The API, with a key',
    kind: null,
    reader: null,
    source: 'my-system:main',
  },
  way: 'posts with a key',
  means: `A script posts call records to ${ingest.path} as they happen.`,
  after: () => [],
  before: steps(
    say('Create a key for it under Set-up, API keys, with the scope “Send call records”.'),
    show('Post records, one, an array, or one a line.', 'Example', postCommand(location.origin)),
    say('Once posted, the source appears in the list of sources with what it is complete up to.'),
  ),
}

const files: System = {
  ...{ key: 'files', title: 'Any export in columns', kind: null, reader: null, source: 'export' },
  means: 'CSV or a workbook from any system: you say once which column is what, and save it.',
  after: () => [],
  before: steps(
    say(
      'Export the calls, one row each, with at least a number, a start, the rep, the customer and the durations.',
    ),
    say('Import the file on the page Import, and save the mapping for the next one.'),
    show(
      'To import by itself, each night for instance, let a timer run this where Wellspent runs.',
      'Import by the command line',
      'npx --yes pnpm@12 wellspent import FILE --mapping "NAME OF THE MAPPING" --source NAME',
    ),
  ),
}

/** Phone systems to choose from: those that deliver by themselves, then the others. */
export const systems: readonly System[] = [
  ...[asterisk, freeswitch, threeCx, aircall, amazonConnect, genesysCloud],
  ...[webhooks, api, files],
]

export const systemOf = (key: string | undefined): System | null =>
  systems.find((each) => each.key === key) ?? null

/** The system of a connection that is there: by what delivers, and what reads. */
export const systemOfConnection = (kind: ConnectionKind, adapter: string | null): System =>
  systems.find((each) => each.kind === kind && each.adapter === (adapter ?? undefined)) ??
  systems.find((each) => each.kind === kind) ??
  webhooks
