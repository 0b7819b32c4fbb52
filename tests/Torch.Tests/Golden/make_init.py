"""Makes init.json: gains and fans; 15 significant digits.  Run: python3 make_init.py"""
import torch
from torch.nn import init

from golden import number, write

cases = []
for nonlinearity, param in (('linear', None), ('conv1d', None), ('conv2d', None), ('conv_transpose2d', None), ('sigmoid', None), ('tanh', None), ('relu', None),
                            ('selu', None), ('leaky_relu', None), ('leaky_relu', 0), ('leaky_relu', .1), ('leaky_relu', .2), ('leaky_relu', 5 ** .5)):
    cases.append({'function': 'calculate_gain', 'name': nonlinearity + ('' if param is None else f' {param}'), 'nonlinearity': nonlinearity, 'param': param,
                  'gain': number(init.calculate_gain(nonlinearity, param), 15)})
for shape in ((3, 5), (5, 3), (1, 1), (8, 4, 3), (6, 3, 3, 3), (8, 1, 5, 5), (4, 2, 3, 5), (2, 3, 2, 3, 4)):
    fan_in, fan_out = init._calculate_fan_in_and_fan_out(torch.zeros(shape))
    cases.append({'function': '_calculate_fan_in_and_fan_out', 'name': str(shape), 'shape': list(shape), 'fan_in': fan_in, 'fan_out': fan_out})
write('init.json', cases)
