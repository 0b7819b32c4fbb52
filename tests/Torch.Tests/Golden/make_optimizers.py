"""Makes optimizers.json.  Run: python3 make_optimizers.py"""
import math

import torch

from golden import cast, in_both, number, plain, seed, tensors, write

STEPS = 6
SHAPES = ((2, 3), (4,))
cases, clips = [], []


def add(optimizer, name, **settings):
    seed(optimizer, name)
    initial = [torch.randn(s) for s in SHAPES]
    gradients = [[torch.randn(s) for s in SHAPES] for _ in range(STEPS)]
    gradients[2][0][0, 1] = 0.       # one zero among them
    gradients[4] = [g * 20 for g in gradients[4]]

    def run(dtype):
        parameters = [torch.nn.Parameter(p) for p in cast(initial, dtype)]
        made = getattr(torch.optim, optimizer)(parameters, **settings)
        after = []
        for step in cast(gradients, dtype):
            for p, g in zip(parameters, step):
                p.grad = g.clone()
            made.step()
            after.append([p.detach().clone() for p in parameters])
        return after
    after = in_both(run, f'{optimizer} {name}')
    cases.append({'optimizer': optimizer, 'name': name, 'settings': plain(settings), 'parameters': tensors(initial),
                  'gradients': [tensors(g) for g in gradients], 'after': [tensors(a) for a in after]})


def clip(function, name, scale=1., **settings):
    seed(function, name)
    gradients = [torch.randn(s) * scale for s in SHAPES]

    def run(dtype):
        parameters = [torch.nn.Parameter(torch.zeros(s, dtype=dtype)) for s in SHAPES]
        for p, g in zip(parameters, cast(gradients, dtype)):
            p.grad = g
        total = getattr(torch.nn.utils, function)(parameters, **settings)
        return {'after': [p.grad for p in parameters], 'total': total}
    r = in_both(run, f'{function} {name}')
    case = {'function': function, 'name': name, 'settings': plain(settings), 'gradients': tensors(gradients), 'after': tensors(r['after'])}
    if r['total'] is not None:
        case['total_norm'] = number(r['total'].item())
    clips.append(case)


add('SGD', 'plain', lr=.1)
add('SGD', 'momentum', lr=.05, momentum=.9)
add('SGD', 'momentum, dampening', lr=.05, momentum=.9, dampening=.5)
add('SGD', 'nesterov', lr=.05, momentum=.8, nesterov=True)
add('SGD', 'weight decay', lr=.1, weight_decay=.01)
add('SGD', 'nesterov, weight decay', lr=.05, momentum=.9, nesterov=True, weight_decay=.1)
add('SGD', 'momentum, dampening, weight decay', lr=.05, momentum=.9, dampening=.1, weight_decay=.1)
for adam in ('Adam', 'AdamW'):
    add(adam, 'plain', lr=.01)
    add(adam, 'betas, eps', lr=.02, betas=[.8, .95], eps=1e-3)
    add(adam, 'weight decay', lr=.01, weight_decay=.1)
    add(adam, 'amsgrad', lr=.01, amsgrad=True)
    add(adam, 'amsgrad, betas, weight decay', lr=.01, betas=[.5, .6], weight_decay=.1, amsgrad=True)
add('AdamW', 'weight decay 0', lr=.01, weight_decay=0.)
add('RMSprop', 'plain', lr=.01)
add('RMSprop', 'alpha, eps', lr=.02, alpha=.8, eps=1e-3)
add('RMSprop', 'momentum', lr=.01, momentum=.9)
add('RMSprop', 'centered', lr=.01, centered=True)
add('RMSprop', 'weight decay', lr=.01, weight_decay=.1)
add('RMSprop', 'momentum, centered, weight decay', lr=.01, momentum=.5, centered=True, weight_decay=.1)
add('Adagrad', 'plain', lr=.1)
add('Adagrad', 'lr_decay', lr=.1, lr_decay=.1)
add('Adagrad', 'initial_accumulator_value, eps', lr=.1, initial_accumulator_value=.5, eps=1e-3)
add('Adagrad', 'weight decay', lr=.1, weight_decay=.1)

clip('clip_grad_norm_', 'larger than max_norm', scale=5., max_norm=1., norm_type=2.)
clip('clip_grad_norm_', 'smaller than max_norm', scale=.01, max_norm=1., norm_type=2.)
clip('clip_grad_norm_', 'norm_type 1', max_norm=2., norm_type=1.)
clip('clip_grad_norm_', 'norm_type inf', max_norm=.5, norm_type=math.inf)
clip('clip_grad_norm_', 'norm_type inf, smaller than max_norm', max_norm=50., norm_type=math.inf)
clip('clip_grad_norm_', 'all zero', scale=0., max_norm=1., norm_type=2.)
clip('clip_grad_value_', 'clip_value .5', clip_value=.5)
clip('clip_grad_value_', 'clip_value 100', clip_value=100.)
write('optimizers.json', cases, clip=clips)
