"""Makes schedulers.json; learning rates and metrics are Python floats, with 15 significant digits.  Run: python3 make_schedulers.py"""
import warnings

import torch
from torch.optim import lr_scheduler

from golden import number, write

warnings.simplefilter('error')
cases = []


def add(scheduler, name, base_lr=.1, steps=25, metrics=None, optimizer='SGD', optimizer_settings=None, **settings):
    given = dict(settings)
    if 'lr_lambda' in given:
        given['lr_lambda'] = eval('lambda epoch: ' + given['lr_lambda'])
    made_settings = dict(optimizer_settings or {})
    made = getattr(torch.optim, optimizer)([torch.nn.Parameter(torch.zeros(1))], lr=base_lr, **made_settings)
    s = getattr(lr_scheduler, scheduler)(made, **given)
    group = made.param_groups[0]
    momentum = 'momentum' if optimizer == 'SGD' else 'beta1'

    def now():
        return group['momentum'] if momentum == 'momentum' else group['betas'][0]
    lrs, momenta = [group['lr']], [now()]
    for metric in metrics if metrics is not None else [None] * steps:
        made.step()     # without gradients: only so that no warning comes
        s.step(*([] if metric is None else [metric]))
        lrs.append(group['lr'])
        momenta.append(now())
    case = {'scheduler': scheduler, 'name': name, 'settings': settings, 'base_lr': base_lr, 'optimizer': optimizer, 'optimizer_settings': made_settings}
    if metrics is not None:
        case['metrics'] = metrics
    case['lrs'] = [number(v, 15) for v in lrs]
    if scheduler == 'OneCycleLR':
        case['momentum_name'] = momentum
        case['momenta'] = [number(v, 15) for v in momenta]
    cases.append(case)


add('StepLR', 'plain', step_size=4)
add('StepLR', 'gamma .5', step_size=1, gamma=.5, steps=8)
add('MultiStepLR', 'plain', milestones=[3, 7, 12], gamma=.1)
add('MultiStepLR', 'repeated milestone', milestones=[2, 5, 5], gamma=.5, steps=8)
add('ExponentialLR', 'plain', gamma=.9)
add('LambdaLR', '0.95**epoch', lr_lambda='0.95**epoch')
add('CosineAnnealingLR', 'to T_max', T_max=10, steps=10)
add('CosineAnnealingLR', 'beyond T_max', T_max=6, steps=20)
add('CosineAnnealingLR', 'eta_min', T_max=8, eta_min=.02, steps=12)

cycle = dict(base_lr=.01, steps=19, max_lr=.5, total_steps=20, optimizer_settings={'momentum': .9})
add('OneCycleLR', 'cos', **cycle)
add('OneCycleLR', 'linear', anneal_strategy='linear', **cycle)
add('OneCycleLR', 'three_phase', three_phase=True, **cycle)
add('OneCycleLR', 'linear, three_phase', anneal_strategy='linear', three_phase=True, **cycle)
add('OneCycleLR', 'pct_start, div_factor, final_div_factor', pct_start=.4, div_factor=10., final_div_factor=100., **cycle)
add('OneCycleLR', 'base_momentum, max_momentum', base_momentum=.8, max_momentum=.99, **cycle)
add('OneCycleLR', 'cycle_momentum False', cycle_momentum=False, **cycle)
add('OneCycleLR', 'epochs, steps_per_epoch', steps=11, max_lr=.5, epochs=3, steps_per_epoch=4, optimizer_settings={'momentum': .9})
add('OneCycleLR', 'Adam: beta1', optimizer='Adam', base_lr=.001, steps=19, max_lr=.02, total_steps=20)
add('OneCycleLR', 'AdamW: beta1, three_phase, linear', optimizer='AdamW', base_lr=.001, steps=19, max_lr=.02, total_steps=20, three_phase=True, anneal_strategy='linear')

falling = [1., .9, .85, .85, .85, .8499999, .85, .84, .9, .9, .9, .9, .9, .2, .3, .3, .3, .3, .3, .3]
rising = [.1, .2, .25, .25, .25, .25, .3, .3, .29, .28, .27, .9, .9, .9, .9, .9, .9, .9, .9, .9]
add('ReduceLROnPlateau', 'min', metrics=falling, patience=2)
add('ReduceLROnPlateau', 'max', metrics=rising, mode='max', patience=2, factor=.5)
add('ReduceLROnPlateau', 'rel, threshold .1', metrics=falling, patience=1, factor=.5, threshold=.1)
add('ReduceLROnPlateau', 'abs, threshold .06', metrics=falling, patience=1, factor=.5, threshold=.06, threshold_mode='abs')
add('ReduceLROnPlateau', 'max, rel, threshold .3', metrics=rising, mode='max', patience=1, factor=.5, threshold=.3)
add('ReduceLROnPlateau', 'max, abs, threshold .06', metrics=rising, mode='max', patience=1, factor=.5, threshold=.06, threshold_mode='abs')
add('ReduceLROnPlateau', 'cooldown 2', metrics=falling, patience=1, factor=.5, cooldown=2)
add('ReduceLROnPlateau', 'cooldown 3, patience 0', metrics=[1.] * 12, patience=0, factor=.5, cooldown=3)
add('ReduceLROnPlateau', 'min_lr', metrics=[1.] * 12, patience=0, factor=.1, min_lr=.0005)
add('ReduceLROnPlateau', 'eps: no step smaller than it', metrics=[1.] * 8, patience=0, factor=.5, eps=.02)
add('ReduceLROnPlateau', 'default patience 10', metrics=[1.] * 25)
add('ReduceLROnPlateau', 'negative metric, rel', metrics=[-1., -1.00005, -1.0002, -1.0002, -1.0002, -1.0002], patience=1, factor=.5)
write('schedulers.json', cases)
