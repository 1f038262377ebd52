import { type Claim, type WindowStatus } from '../../../shared/calls/words.ts'
import { type StandingLabel } from '../../../shared/balance/standing-label.ts'

type Numbers = Record<string, number>
type PerRepAndIssue<Value> = Record<string, Record<string, Value>>
export type VectorCell = [p: number, n: number, o: number, n_ref?: number]
type StandingAnswer = { label: StandingLabel } & Record<
  | 'n'
  | 'O'
  | 'E'
  | 'V'
  | 'diff'
  | 'z'
  | 'theta_one_step'
  | 'mean'
  | 'sd'
  | 'median'
  | 'q025'
  | 'q975'
  | 'p_above'
  | 'p_below'
  | 'reliability',
  number
>
type VectorLeg = { rep: string; h: number; end: string; neutral?: boolean }

/** What `vectors.json` holds, as far as the tests read it. */
export type KnownAnswers = {
  V1_basics: {
    legs: { talk: number; hold: number; acw: number }[]
    handle: number[]
    aht: number
    geo_mean: number
    median: number
    fcr: Record<
      'first_contacts' | 'resolved_first' | 'not_resolvable' | 'gross' | 'net',
      number
    > & {
      wilson95: [number, number]
    }
    csat: {
      counts: Record<'1' | '2' | '3' | '4' | '5', number>
      csat: number
      wilson95: [number, number]
    }
    occupancy: { handle: number; available: number; occ: number }
    service_level: Record<
      | 'answered'
      | 'abandoned'
      | 'answered_in_T'
      | 'aband_in_T'
      | 'f1_positive'
      | 'f2_answered_only'
      | 'f3_negative'
      | 'f4_ignore_short',
      number
    >
    geometric: { fcr: number; contacts_per_issue: number }
  }
  V2_reference: {
    queue: string
    handle_by_rep_issue: PerRepAndIssue<number[]>
    resolved_by_rep_issue: PerRepAndIssue<number[]>
    downstream_sec_after_unresolved: PerRepAndIssue<number[]>
    micro_log: Numbers
    log_bin: Numbers
    mean_log: Numbers
    typical_sec: Numbers
    p: Numbers
    dbar: Numbers
    sigma: number
    percentile: Numbers
    median: Numbers
    time_index: Record<string, Record<'n' | 'mean' | 'se' | 'index' | 'lo' | 'hi', number>>
  }
  V3_standing: Record<
    string,
    {
      cells: VectorCell[]
      tau: number
      mix: [p: number, weight: number][]
      expect: StandingAnswer & Record<'std_rate' | 'std_lo' | 'std_hi' | 'std_ref', number>
    }
  >
  V3_monotone: { base: VectorCell[]; tau: number; base_median: number } & Record<
    'plus_resolved_easy' | 'plus_resolved_hard' | 'plus_unresolved_easy' | 'plus_unresolved_hard',
    number
  >
  V3_counterexample: Record<'before' | 'after', VectorCell[]> &
    Record<'before_vals' | 'after_vals', Record<'OE' | 'z' | 'median', number>>
  V4_tau: {
    reps_OEV: [number, number, number][]
    expect: Record<'R' | 'z_lo' | 'z_hi' | 'Q' | 'phi' | 'tau2_raw' | 'tau', number>
    fewer_than_8_reps: { R: number; tau: number }
  }
  V4_combine: [StandingLabel, StandingLabel, StandingLabel][]
  V5_pending: { p: number; G: number[]; prob_by_age_days: number[] }
  V5_bias: Record<'days' | 'per_day' | 'true_p' | 'provisional' | 'mature_cohort', number>
  V5_km: {
    obs_event_day_complete_days: [number | null, number][]
    rows_day_atrisk_events_S_var: [number, number, number, number, number][]
  }
  V5_rogan_gladen: Record<'q' | 'se' | 'sp' | 'expect', number>
  V7_chains: {
    contacts: {
      id: string
      customer: string | null
      issue: string
      start: number
      direction: 'in' | 'out'
      legs: VectorLeg[]
    }[]
    watermark: number
    status: Record<string, WindowStatus>
    position: Numbers
    mature: Record<string, boolean>
    legs: { contact: string; leg: number; rep: string; y: 0 | 1 | null; downstream: number }[]
    y_fast: Record<string, 0 | 1 | null>
    chains: { contacts: string[]; outbound: string[]; total: number; closed: boolean }[]
    closed_chains: number
    handle_per_resolution: number
    hpr_se: number
    contacts_per_resolution: number
    aht_inbound_leg: number
  }
  V8_quadrant: {
    peer_handle: number[]
    median: number
    p20: number
    p80: number
    rows: {
      h: number
      percentile: number
      ratio: number
      time_class: string
      resolved: string
      not_resolved: string
      open: string
    }[]
  }
  V9_downstream: Record<
    | 'n'
    | 'n_unresolved'
    | 'sum_D'
    | 'sum_D2'
    | 'p'
    | 'dbar_sec'
    | 'expected_D_sec'
    | 'se'
    | 'lo95'
    | 'hi95'
    | 'ledger_resolved_sec'
    | 'ledger_unresolved_sec',
    number
  >
  V9_ledger: { calls_dbar_p_y: [number, number, 0 | 1][] } & Record<
    'net_saved_sec' | 'se' | 'lo95' | 'hi95',
    number
  >
  V10_breakeven: {
    short_min: number
    rows: Record<'p_short' | 'total_min' | 'contacts', number>[]
    mixed: Record<'m' | 'p' | 'd' | 'T' | 'avoided', number> & {
      long: Record<'m' | 'p' | 'd' | 'T', number>
    }
  }
  V11_selfreport: { cells_p_n_O: VectorCell[]; tau: number; expect: StandingAnswer }
  V13_bunching: Record<'lo' | 'width' | 'target', number> & {
    counts: number[]
    expect: Record<'excess' | 'b' | 'se' | 'z' | 'counterfactual' | 'observed' | 'ratio', number>
    null_counts: number[]
    null_expect: Record<
      'excess' | 'b' | 'se' | 'z' | 'counterfactual' | 'observed' | 'ratio',
      number
    >
  }
  V13_discontinuity: Record<'repeat_below' | 'repeat_above', [number, number]> & {
    diff_lo_hi: [number, number, number]
  }
  V13_transfer_hazard: Record<
    'O' | 'at_risk_sec' | 'neighbour_transfers' | 'neighbour_sec' | 'E' | 'ratio' | 'p_upper',
    number
  >
  V13_window_edge: { late: number; before: number; ratio: number; wilson_share: [number, number] }
  V14_xmr: {
    x: number[]
    expect: Record<'mean' | 'mr_bar' | 'unpl' | 'lnpl' | 'url', number>
    last_outside: boolean
  }
  V15_poisson_binomial: { ps: number[]; pmf: number[]; p_le_4: number; midp_le_4: number }
  V15_funnel: { n: number; V: number } & Record<
    'tau0' | 'tau03',
    Record<'sd' | 'lo95' | 'hi95' | 'lo998' | 'hi998', number>
  >
  V15_wilson: { k: number; n: number; expect: [number, number] }
  V16_precedence: {
    evidence: {
      source: 'supervisor' | 'survey' | 'rep'
      claim: Claim
      at: number
      by_handler?: boolean
    }[]
    mature: boolean
    repeat: boolean
    expect: [string, string, string]
  }[]
  V17_samplesize: Record<
    'half_width' | 'reliability' | 'n_until_clearly_below' | 'n_until_clearly_above',
    Numbers
  >
  V18_mix: Record<'theta' | 'mleA' | 'mleB' | 'OE_A' | 'OE_B', number>
  V19_coincidence: Record<
    'daily_base_hazard' | 'coincidental_within_7d' | 'coincidental_within_1d',
    number
  > &
    Record<'observed_p_no_repeat' | 'excess_repeat_share', number>
  V20_target_realism: {
    peer_handle: number[]
    target: number
    share_within_target: number
    percentile_of_target: number
  }
}
