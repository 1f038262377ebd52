"""Random worlds of the method's reference implementation, each with its answers, one JSON a line.

Usage: differential.py FOLDER WORLDS, where FOLDER holds ref.py and fuzz_world.py.
"""
import json
import random
import sys
from collections import defaultdict

sys.path.insert(0, sys.argv[1])
import fuzz_world
import ref

DAY = 86400
AGED = 30 * DAY
MIN_OF_OTHERS = 30


def with_distinct_reps(contacts, reps, seed):
    """A rep has one leg in a contact: several stints are one leg before any of this begins."""
    chance = random.Random(seed)
    for contact in contacts:
        chosen = chance.sample(reps, len(contact['legs']))
        for leg, rep in zip(contact['legs'], chosen):
            leg['rep'] = rep
    return contacts


def standings(cells, reference, tau):
    """By rep: counts of cells, expectations from the others, posterior."""
    told = {}
    for rep, own in cells.items():
        counted = []
        for path in sorted(own):
            n, resolved = own[path]
            p = reference.p(path, rep)
            if p is not None:
                counted.append((p, n, resolved, reference._loo(reference.y, path, rep, 2)[0] + ref.CFG['K']))
        told[rep] = ref.standing(counted, tau)
    return told


def answers(contacts, lo, hi, watermark):
    out, chains, legs = ref.link(contacts, watermark)
    fast = ref.fast_outcomes(contacts, watermark)
    latest = ref.latest(contacts)
    same_issue, stay = ref.Reference(), ref.Reference()
    own_issue, own_stay = (defaultdict(lambda: defaultdict(lambda: [0, 0])) for _ in range(2))
    timed, places = defaultdict(list), set()
    for leg in legs:
        contact, outcome = latest[leg['contact']], out[leg['contact']]
        if not lo <= contact['start'] < hi or outcome['status'] == 'unlinkable':
            continue
        path, rep = ref.leg_path(contact, leg['leg'], outcome['pos']), leg['rep']
        places.add((rep, path))
        same_issue.add_time(path, rep, leg['h'])
        timed[rep].append((path, leg['h']))
        if leg['y'] is not None:
            same_issue.add_outcome(path, rep, leg['y'])
            own_issue[rep][path][0] += 1
            own_issue[rep][path][1] += leg['y']
            if leg['y'] == 0 and contact['start'] + AGED <= watermark:
                same_issue.add_downstream(path, rep, leg['downstream'])
        stayed = fast.get((leg['contact'], leg['leg']))
        if stayed is not None:
            stay.add_outcome(path, rep, stayed)
            own_stay[rep][path][0] += 1
            own_stay[rep][path][1] += stayed
    same_issue.freeze_sigma(3)
    measures = {}
    for name, own, reference in (('same_issue_7d', own_issue, same_issue), ('return_24h', own_stay, stay)):
        first = standings(own, reference, ref.CFG['TAU_DEFAULT'])
        tau = ref.dl_tau([(s['O'], s['E'], s['V']) for s in first.values()])['tau']
        measures[name] = {'tau': tau, 'reps': standings(own, reference, tau)}
    indexes = {}
    for rep, calls in timed.items():
        comparable = [(path, h) for path, h in calls if same_issue.n_ref(path, rep) >= MIN_OF_OTHERS]
        if len(comparable) >= 10:
            indexes[rep] = ref.time_index(same_issue, rep, comparable)
    closed = [chain for chain in chains if chain['closed']]
    return {
        'sigma': same_issue.sigma,
        'measures': measures,
        'indexes': indexes,
        'expectations': [
            {
                'rep': rep,
                'path': list(path),
                'meanLog': same_issue.mean_log(path, rep),
                'resolution': same_issue.p(path, rep),
                'stay': stay.p(path, rep),
                'downstreamSeconds': same_issue.dbar(path, rep),
            }
            for rep, path in sorted(places)
        ],
        'chains': {
            'closed': len(closed),
            'open': len(chains) - len(closed),
            'contacts': sum(len(chain['contacts']) for chain in closed),
            'secondsSum': sum(chain['total'] for chain in closed),
            'secondsSquareSum': sum(chain['total'] ** 2 for chain in closed),
        },
    }


def main():
    for seed in range(int(sys.argv[2])):
        size = (10, 180) if seed % 4 == 3 else (5 + seed % 3, 60 + seed % 50)
        contacts, reps = fuzz_world.world(seed, *size)
        with_distinct_reps(contacts, reps, seed)
        told = answers(contacts, fuzz_world.LO, fuzz_world.HI, fuzz_world.WM)
        given = {'seed': seed, 'watermark': fuzz_world.WM, 'until': fuzz_world.HI, 'contacts': contacts}
        print(json.dumps({**given, 'answers': told}), flush=True)


main()
