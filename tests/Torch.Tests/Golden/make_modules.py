"""Makes modules.json.  Run: python3 make_modules.py"""
import torch

from golden import run_module, write

cases = []


def add(module, name, settings, *shapes, make=None, **more):
    inputs = make or (lambda: [torch.randn(s) for s in shapes])
    cases.append(run_module(module, name, settings, inputs, **more))


def linear_and_convolutions():
    add('Linear', 'bias', dict(in_features=4, out_features=3), (5, 4))
    add('Linear', 'no bias', dict(in_features=4, out_features=3, bias=False), (5, 4))
    add('Linear', '3-d input', dict(in_features=3, out_features=2), (2, 4, 3))
    add('Linear', '1-d input', dict(in_features=3, out_features=2), (3,))

    def c1(name, shape, cin, cout, k, **more):
        add('Conv1d', name, dict(in_channels=cin, out_channels=cout, kernel_size=k, **more), shape)
    c1('plain', (2, 3, 9), 3, 4, 3)
    c1('stride 2, padding 1', (2, 3, 9), 3, 4, 3, stride=2, padding=1)
    c1('stride 3, padding 2, even kernel', (2, 2, 11), 2, 3, 4, stride=3, padding=2)
    c1('dilation 2, padding 2', (2, 3, 9), 3, 2, 3, dilation=2, padding=2)
    c1('groups 2', (2, 4, 8), 4, 6, 3, groups=2)
    c1('depthwise', (2, 4, 8), 4, 4, 3, groups=4, padding=1)
    c1('depthwise with multiplier 2', (2, 3, 8), 3, 6, 3, groups=3, stride=2)
    c1('kernel 1', (2, 3, 7), 3, 5, 1)
    c1('no bias', (2, 3, 7), 3, 2, 5, bias=False, padding=2)
    c1('stride larger than kernel', (2, 2, 10), 2, 2, 2, stride=4)

    def c2(name, shape, cin, cout, k, **more):
        add('Conv2d', name, dict(in_channels=cin, out_channels=cout, kernel_size=k, **more), shape)
    c2('plain', (2, 3, 6, 5), 3, 4, 3)
    c2('stride 2, padding 1, groups 2', (2, 4, 7, 6), 4, 4, 3, stride=2, padding=1, groups=2)
    c2('stride (2, 1)', (2, 2, 7, 6), 2, 3, 3, stride=(2, 1))
    c2('stride (1, 3), padding (2, 0)', (1, 2, 5, 8), 2, 3, 3, stride=(1, 3), padding=(2, 0))
    c2('padding 2', (1, 2, 4, 5), 2, 2, 3, padding=2)
    c2('padding (0, 2)', (2, 2, 5, 4), 2, 3, (3, 5), padding=(0, 2))
    c2('dilation 2', (1, 2, 7, 8), 2, 3, 3, dilation=2)
    c2('dilation (1, 3), padding (1, 3)', (1, 2, 5, 7), 2, 2, 3, dilation=(1, 3), padding=(1, 3))
    c2('stride 2, padding 2, dilation 2', (2, 2, 8, 7), 2, 2, 3, stride=2, padding=2, dilation=2)
    c2('depthwise', (2, 4, 5, 5), 4, 4, 3, groups=4, padding=1)
    c2('depthwise with multiplier 2', (2, 3, 5, 6), 3, 6, 3, groups=3, padding=1, stride=2)
    c2('kernel 1x1', (2, 4, 4, 3), 4, 3, 1)
    c2('kernel 1x1, stride 2', (2, 3, 5, 4), 3, 4, 1, stride=2)
    c2('kernel 3x5', (2, 2, 6, 7), 2, 3, (3, 5))
    c2('kernel 2x2, stride 2', (2, 2, 7, 5), 2, 3, 2, stride=2)
    c2('no bias', (2, 3, 5, 5), 3, 2, 3, bias=False, padding=1)
    c2('odd sizes', (3, 3, 9, 7), 3, 5, 3, stride=2, padding=1)
    c2('groups 3, dilation 2, no bias', (1, 6, 7, 7), 6, 3, 3, groups=3, dilation=2, padding=1, bias=False)
    c2('kernel as large as the input', (2, 2, 3, 4), 2, 3, (3, 4))

    def ct(name, shape, cin, cout, k, **more):
        add('ConvTranspose2d', name, dict(in_channels=cin, out_channels=cout, kernel_size=k, **more), shape)
    ct('plain', (2, 3, 3, 4), 3, 2, 3)
    ct('stride 2', (2, 2, 3, 4), 2, 3, 3, stride=2)
    ct('stride 2, padding 1, output_padding 1', (2, 2, 3, 4), 2, 3, 3, stride=2, padding=1, output_padding=1)
    ct('stride (2, 3), output_padding (0, 2)', (1, 2, 3, 3), 2, 2, (2, 3), stride=(2, 3), output_padding=(0, 2))
    ct('groups 2', (2, 4, 3, 3), 4, 6, 3, groups=2, stride=2)
    ct('depthwise', (2, 3, 4, 3), 3, 3, 3, groups=3, padding=1)
    ct('dilation 2', (1, 2, 3, 4), 2, 2, 3, dilation=2)
    ct('dilation (2, 1), padding (2, 0), stride (1, 2)', (2, 2, 4, 3), 2, 3, 3, dilation=(2, 1), padding=(2, 0), stride=(1, 2))
    ct('padding 1, no bias', (2, 2, 4, 5), 2, 3, 3, padding=1, bias=False)
    ct('kernel 2, stride 2', (2, 3, 3, 3), 3, 2, 2, stride=2)


def normalizations():
    for module, shapes in (('BatchNorm1d', ((6, 4), (3, 4, 5))), ('BatchNorm2d', ((3, 2, 3, 4),))):
        for shape in shapes:
            n = f'{len(shape)}-d input, '
            channels = dict(num_features=shape[1])
            add(module, n + 'training', channels, shape)
            add(module, n + 'evaluation', channels, shape, training=False)
            add(module, n + 'affine False', dict(channels, affine=False), shape)
            add(module, n + 'affine False, evaluation', dict(channels, affine=False), shape, training=False)
            add(module, n + 'momentum .3', dict(channels, momentum=.3), shape)
            add(module, n + 'momentum None', dict(channels, momentum=None), shape)
            add(module, n + 'eps .1', dict(channels, eps=.1), shape)
            add(module, n + 'track_running_stats False', dict(channels, track_running_stats=False), shape)
            add(module, n + 'track_running_stats False, evaluation', dict(channels, track_running_stats=False), shape, training=False)
    add('LayerNorm', 'one dim', dict(normalized_shape=5), (3, 5))
    add('LayerNorm', 'one dim of three', dict(normalized_shape=[4]), (2, 3, 4))
    add('LayerNorm', 'two dims', dict(normalized_shape=[3, 4]), (2, 3, 4))
    add('LayerNorm', 'no affine', dict(normalized_shape=[3, 4], elementwise_affine=False), (2, 3, 4))
    add('LayerNorm', 'eps .01', dict(normalized_shape=4, eps=.01), (3, 4))
    add('Embedding', 'plain, repeated indices', dict(num_embeddings=6, embedding_dim=3), make=lambda: [torch.tensor([[1, 5, 1], [0, 2, 1]])])
    add('Embedding', 'padding_idx 2', dict(num_embeddings=6, embedding_dim=3, padding_idx=2),
        make=lambda: [torch.tensor([[2, 5, 2, 4], [0, 2, 4, 4]])])
    add('Embedding', '1-d input, padding_idx -1', dict(num_embeddings=4, embedding_dim=2, padding_idx=-1),
        make=lambda: [torch.tensor([3, 0, 1, 3, 0])])


def pools():
    def small_integers(*shape):
        return lambda: [torch.randint(0, 3, shape).float()]
    add('MaxPool2d', 'kernel 2', dict(kernel_size=2), (2, 2, 6, 5))
    add('MaxPool2d', 'kernel 3, stride 2, padding 1', dict(kernel_size=3, stride=2, padding=1), (2, 2, 7, 6))
    add('MaxPool2d', 'ceil_mode', dict(kernel_size=2, ceil_mode=True), (2, 2, 5, 7))
    add('MaxPool2d', 'kernel 3, stride 2, padding 1, ceil_mode', dict(kernel_size=3, stride=2, padding=1, ceil_mode=True), (1, 2, 6, 8))
    add('MaxPool2d', 'ceil_mode, last window would start in the padding', dict(kernel_size=2, stride=2, padding=1, ceil_mode=True), (1, 1, 5, 4))
    add('MaxPool2d', 'dilation 2', dict(kernel_size=2, stride=1, dilation=2), (2, 2, 5, 6))
    add('MaxPool2d', 'dilation (1, 2), padding 1', dict(kernel_size=3, stride=2, padding=1, dilation=(1, 2)), (1, 2, 7, 8))
    add('MaxPool2d', 'kernel (1, 3), stride (2, 1)', dict(kernel_size=(1, 3), stride=(2, 1)), (2, 2, 5, 5))
    add('MaxPool2d', 'ties', dict(kernel_size=2), make=small_integers(2, 2, 6, 6))
    add('MaxPool2d', 'ties, overlapping windows', dict(kernel_size=3, stride=1, padding=1), make=small_integers(1, 2, 5, 6))
    add('MaxPool2d', 'ties, all equal', dict(kernel_size=3, stride=2), make=lambda: [torch.zeros(1, 1, 5, 5)])
    add('AvgPool2d', 'kernel 2', dict(kernel_size=2), (2, 2, 6, 5))
    add('AvgPool2d', 'kernel 3, stride 2, padding 1', dict(kernel_size=3, stride=2, padding=1), (2, 2, 7, 6))
    add('AvgPool2d', 'padding 1, count_include_pad False', dict(kernel_size=3, stride=2, padding=1, count_include_pad=False), (2, 2, 7, 6))
    add('AvgPool2d', 'ceil_mode', dict(kernel_size=3, stride=2, ceil_mode=True), (2, 2, 6, 8))
    add('AvgPool2d', 'padding 1, ceil_mode', dict(kernel_size=3, stride=2, padding=1, ceil_mode=True), (1, 2, 6, 8))
    add('AvgPool2d', 'padding 1, ceil_mode, count_include_pad False',
        dict(kernel_size=3, stride=2, padding=1, ceil_mode=True, count_include_pad=False), (1, 2, 6, 8))
    add('AvgPool2d', 'kernel (2, 3), stride (1, 2), padding (1, 0)', dict(kernel_size=(2, 3), stride=(1, 2), padding=(1, 0)), (1, 2, 4, 7))
    add('AdaptiveAvgPool2d', '1', dict(output_size=1), (2, 3, 5, 4))
    add('AdaptiveAvgPool2d', '(3, 5) uneven', dict(output_size=(3, 5)), (2, 2, 7, 8))
    add('AdaptiveAvgPool2d', '(3, 5) of a smaller input', dict(output_size=(3, 5)), (1, 2, 2, 4))


def elementwise_and_shapes():
    for module, settings in (('ReLU', {}), ('LeakyReLU', dict(negative_slope=.1)), ('LeakyReLU', {}), ('Tanh', {}), ('Sigmoid', {}), ('GELU', {}),
                             ('GELU', dict(approximate='tanh')), ('ELU', {}), ('ELU', dict(alpha=.5)), ('SiLU', {}), ('Softplus', {}),
                             ('Softplus', dict(beta=2, threshold=1.5))):
        name = ', '.join(f'{k} {v}' for k, v in settings.items()) or 'plain'
        add(module, name, settings, make=lambda: [torch.randn(3, 5) * 2])
        add(module, name + ', at and far from zero', settings, make=lambda: [torch.tensor([-90., -30., -8., -1., 0., 1., 8., 21., 30., 90.])])
    for module in ('Softmax', 'LogSoftmax'):
        for dim in (0, 1, -1):
            add(module, f'dim {dim}', dict(dim=dim), (2, 3, 4))
        add(module, 'large values', dict(dim=1), make=lambda: [torch.tensor([[500., 499., -500.], [-700., -701., -702.]])])
    add('Flatten', 'plain', {}, (2, 3, 2, 2))
    add('Flatten', 'start_dim 0, end_dim 1', dict(start_dim=0, end_dim=1), (2, 3, 2))
    add('Flatten', 'start_dim 2', dict(start_dim=2), (2, 2, 3, 2))
    add('Upsample', 'nearest, scale 2', dict(scale_factor=2, mode='nearest'), (2, 2, 3, 2))
    add('Upsample', 'nearest, size (5, 7)', dict(size=(5, 7), mode='nearest'), (1, 2, 3, 4))
    for align in (False, True):
        add('Upsample', f'bilinear, scale 2, align_corners {align}', dict(scale_factor=2, mode='bilinear', align_corners=align), (2, 2, 3, 4))
        add('Upsample', f'bilinear, size (5, 7), align_corners {align}', dict(size=(5, 7), mode='bilinear', align_corners=align), (1, 2, 3, 4))
        add('Upsample', f'bilinear, size (2, 3), smaller, align_corners {align}', dict(size=(2, 3), mode='bilinear', align_corners=align), (1, 2, 5, 4))


def recurrent(features=2, hidden=3, steps=5, batch=3):
    for module, kind, more in (('RNN', 'tanh, ', {}), ('RNN', 'relu, ', dict(nonlinearity='relu')), ('LSTM', '', {}), ('GRU', '', {})):
        def one(name, layers=1, states=False, bidirectional=False, batch_first=False, bias=True, lengths=None, enforce_sorted=True):
            settings = dict(input_size=features, hidden_size=hidden, num_layers=layers, **more)
            settings.update({k: v for k, v in (('bias', bias), ('batch_first', batch_first), ('bidirectional', bidirectional))
                             if v != (k == 'bias')})
            shapes = [(batch, steps, features) if batch_first else (steps, batch, features)]
            if states:
                shapes += [(layers * (1 + bidirectional), batch, hidden)] * (2 if module == 'LSTM' else 1)
            add(module, kind + name, settings, *shapes, lengths=lengths, enforce_sorted=enforce_sorted)
        one('1 layer')
        one('1 layer, initial states', states=True)
        one('1 layer, no bias', bias=False)
        one('1 layer, batch_first, initial states', batch_first=True, states=True)
        one('1 layer, bidirectional', bidirectional=True)
        one('1 layer, bidirectional, initial states', bidirectional=True, states=True)
        one('3 layers', layers=3)
        one('3 layers, initial states, batch_first', layers=3, states=True, batch_first=True)
        one('3 layers, bidirectional', layers=3, bidirectional=True)
        one('3 layers, bidirectional, batch_first, initial states', layers=3, bidirectional=True, batch_first=True, states=True)
        one('3 layers, bidirectional, no bias', layers=3, bidirectional=True, bias=False)
        one('packed, 1 layer', lengths=(5, 3, 2))
        one('packed, 1 layer, equal lengths', lengths=(5, 5, 1), states=True)
        one('packed, 3 layers, bidirectional, batch_first, initial states', layers=3, bidirectional=True, batch_first=True, states=True,
            lengths=(5, 4, 1))
        one('packed, unsorted, bidirectional, initial states', bidirectional=True, states=True, lengths=(2, 5, 3), enforce_sorted=False)
        one('packed, unsorted, 3 layers, batch_first', layers=3, batch_first=True, lengths=(1, 4, 5), enforce_sorted=False)


linear_and_convolutions()
normalizations()
pools()
elementwise_and_shapes()
recurrent()
write('modules.json', cases)
