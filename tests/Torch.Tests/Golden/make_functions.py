"""Makes functions.json: outputs, gradients, and the gradients of the sum of the squared gradients.  Run: python3 make_functions.py"""
import torch
from torch.nn import functional as F

from golden import cast, in_both, loss_of, plain, seed, tensor, tensors, weight_like, write

cases = []


def add(function, name, compute, make, constant=(), **arguments):
    """compute(*inputs, **arguments) gives a tensor or a sequence of them; make() the float32 inputs; constant: inputs without a gradient."""
    seed(function, name)
    given = list(make())
    weights = []

    def run(dtype):
        xs = cast(given, dtype)
        leaves = [x for i, x in enumerate(xs) if x.is_floating_point() and i not in constant]
        for x in leaves:
            x.requires_grad_()
        outputs = compute(*xs, **cast(arguments, dtype))
        outputs = [outputs] if isinstance(outputs, torch.Tensor) else list(outputs)
        if not weights:
            weights.extend(weight_like(o) for o in outputs)
        loss = loss_of(outputs, weights)
        first = second = [None] * len(leaves)
        if loss is not None:
            first = list(torch.autograd.grad(loss, leaves, create_graph=True, allow_unused=True))
            squares = [(g * g).sum() for g in first if g is not None]
            total = sum(squares) if squares else None
            if total is not None and total.requires_grad:
                second = list(torch.autograd.grad(total, leaves, allow_unused=True))
        at = {id(x): i for i, x in enumerate(leaves)}

        def spread(values):
            return [values[at[id(x)]] if id(x) in at else None for x in xs]
        return {'outputs': outputs, 'input_grads': spread(first), 'second_grads': spread(second)}

    r = in_both(run, f'{function} {name}')
    cases.append({'function': function, 'name': name, 'arguments': plain(arguments), 'inputs': tensors(given), 'outputs': tensors(r['outputs']),
                  'weights': tensors(weights), 'input_grads': tensors(r['input_grads']), 'second_grads': tensors(r['second_grads'])})


def normal(*shapes):
    return lambda: [torch.randn(s) for s in shapes]


def positive(*shapes):
    return lambda: [torch.rand(s) * 2 + .25 for s in shapes]


def values(*rows):
    return lambda: [torch.tensor(row) for row in rows]


def away_from_zero(*shapes):
    return lambda: [torch.randn(s).sign() * (.3 + torch.rand(s) * 1.5) for s in shapes]


def binary():
    pairs = (('same shape', (2, 3), (2, 3)), ('row', (2, 3), (3,)), ('column and row', (2, 1), (1, 3)), ('scalar tensor', (2, 3), ()),
             ('3-d and 2-d', (2, 3, 2), (3, 1)), ('first is smaller', (3,), (2, 2, 3)))
    for name, a, b in pairs:
        add('add', name, torch.add, normal(a, b))
        add('sub', name, torch.sub, normal(a, b))
        add('mul', name, torch.mul, normal(a, b))
        add('div', name, torch.div, lambda a=a, b=b: [torch.randn(a), *away_from_zero(b)()])
        add('maximum', name, torch.maximum, normal(a, b))
        add('minimum', name, torch.minimum, normal(a, b))
        add('pow', 'tensor exponent, ' + name, torch.pow, lambda a=a, b=b: [torch.rand(a) * 2 + .25, torch.randn(b) * 1.5])
        add('where', name, torch.where, lambda a=a, b=b: [torch.rand(torch.broadcast_shapes(a, b)) < .5, torch.randn(a), torch.randn(b)])
    for alpha in (2, -.5):
        add('add', f'alpha {alpha}', torch.add, normal((2, 3), (3,)), alpha=alpha)
        add('sub', f'alpha {alpha}', torch.sub, normal((2, 3), (3,)), alpha=alpha)
    add('where', 'condition broadcast', torch.where, lambda: [torch.tensor([True, False, True]), torch.randn(2, 3), torch.randn(2, 1)])
    ties = values([1., 2., 3., -1.], [1., 3., 2., -1.])
    add('maximum', 'ties share the gradient', torch.maximum, ties)
    add('minimum', 'ties share the gradient', torch.minimum, ties)
    for exponent in (2, 3, -1, -2, 0, 1):
        add('pow', f'scalar exponent {exponent}', torch.pow, away_from_zero((2, 4)), exponent=exponent)
    for exponent in (.5, -.5, 2.5):
        add('pow', f'scalar exponent {exponent}', torch.pow, positive((2, 4)), exponent=exponent)
    add('pow', 'scalar exponent 2, at zero', torch.pow, values([0., 1., -2.]), exponent=2)
    add('pow', 'scalar exponent 3, at zero', torch.pow, values([0., 1., -2.]), exponent=3)


def unary():
    for name in ('exp', 'tanh', 'sigmoid', 'sin', 'cos', 'abs', 'neg', 'relu', 'square'):
        add(name, 'plain', getattr(torch, name), normal((3, 4)))
    for name in ('log', 'log1p', 'sqrt', 'rsqrt'):
        add(name, 'plain', getattr(torch, name), positive((3, 4)))
    add('log1p', 'small', torch.log1p, values([1e-6, -1e-5, 1e-3, -.5]))
    add('abs', 'at zero', torch.abs, values([0., -1., 2.]))
    add('relu', 'at zero', torch.relu, values([0., -1., 2.]))
    add('sigmoid', 'far from zero', torch.sigmoid, values([-90., -20., 0., 20., 90.]))
    add('tanh', 'far from zero', torch.tanh, values([-90., -9., 0., 9., 90.]))
    for name, arguments in (('min', dict(min=-.5)), ('max', dict(max=.5)), ('both', dict(min=-.5, max=.5))):
        add('clamp', name, torch.clamp, normal((3, 4)), **arguments)
        add('clamp', name + ', at the limits', torch.clamp, values([-.5, .5, 0., -1., 1.]), **arguments)
    add('masked_fill', 'plain', torch.masked_fill, lambda: [torch.randn(2, 3), torch.tensor([[True, False, True], [False, False, True]])], value=-2.5)
    add('masked_fill', 'mask broadcast', torch.masked_fill, lambda: [torch.randn(2, 3), torch.tensor([True, False, False])], value=0.)


def reductions():
    dims = (('dim 0', dict(dim=[0])), ('dim 1, keepdim', dict(dim=[1], keepdim=True)), ('dims 0 and 2', dict(dim=[0, 2])),
            ('dims -1 and 0, keepdim', dict(dim=[-1, 0], keepdim=True)))
    for name in ('sum', 'mean'):
        f = getattr(torch, name)
        add(name, 'all', f, normal((2, 3, 4)))
        for label, arguments in dims:
            add(name, label, f, normal((2, 3, 4)), **arguments)
    for name in ('var', 'std'):
        f = getattr(torch, name)
        for unbiased in (True, False):
            add(name, f'all, unbiased {unbiased}', f, normal((2, 3, 2)), unbiased=unbiased)
            for label, arguments in dims:
                add(name, f'{label}, unbiased {unbiased}', f, normal((2, 3, 2)), unbiased=unbiased, **arguments)
    ties = values([[1., 3., 3.], [2., 2., 2.], [0., -1., 0.]])
    for name in ('max', 'min'):
        f = getattr(torch, name)
        add(name, 'all', f, normal((3, 4)))
        add(name, 'all, ties share the gradient', f, ties)
        for dim, keepdim in ((0, False), (1, True), (-1, False)):
            add(name, f'dim {dim}, keepdim {keepdim}', f, normal((2, 3, 4)), dim=dim, keepdim=keepdim)
        add(name, 'dim 1, ties, the first has the gradient', f, ties, dim=1)
    for name in ('amax', 'amin'):
        f = getattr(torch, name)
        for label, arguments in dims:
            add(name, label, f, normal((2, 3, 4)), **arguments)
        add(name, 'dim 1, ties share the gradient', f, ties, dim=[1])
    for name in ('argmax', 'argmin'):
        f = getattr(torch, name)
        add(name, 'all', f, normal((3, 4)))
        add(name, 'dim 0', f, normal((3, 4)), dim=0)
        add(name, 'dim -1, keepdim', f, normal((2, 3, 4)), dim=-1, keepdim=True)
        add(name, 'dim 1, ties, the first', f, ties, dim=1)
    add('topk', 'k 2', torch.topk, normal((3, 5)), k=2)
    add('topk', 'k 3, dim 0, smallest', torch.topk, normal((4, 3)), k=3, dim=0, largest=False)
    add('topk', 'all of a dim', torch.topk, normal((2, 4)), k=4, dim=1)
    add('sort', 'ascending', torch.sort, normal((3, 4)), dim=-1)
    add('sort', 'descending, dim 0', torch.sort, normal((4, 3)), dim=0, descending=True)
    repeated = values([[2., 1., 2., 1., 3., 1.], [0., 0., -1., 5., -1., 0.]])
    add('sort', 'stable, ties', lambda x, **a: torch.sort(x, **a), repeated, dim=1, stable=True)
    add('sort', 'stable, ties, descending', lambda x, **a: torch.sort(x, **a), repeated, dim=1, stable=True, descending=True)
    for dim in (0, 1, -1):
        add('cumsum', f'dim {dim}', torch.cumsum, normal((2, 3, 4)), dim=dim)
        add('softmax', f'dim {dim}', torch.softmax, normal((2, 3, 2)), dim=dim)
        add('log_softmax', f'dim {dim}', torch.log_softmax, normal((2, 3, 2)), dim=dim)
    for label, arguments in dims:
        add('logsumexp', label, torch.logsumexp, normal((2, 3, 2)), **arguments)
    add('logsumexp', 'large values', torch.logsumexp, values([[500., 499., -500.], [-700., -701., -702.]]), dim=[1])
    for label, arguments in dims:
        add('norm', 'p 2, ' + label, torch.norm, normal((2, 3, 2)), p=2, **arguments)
    add('norm', 'p 2, all', torch.norm, normal((2, 3)), p=2)


def products():
    for name, a, b in (('1-d, 1-d', (4,), (4,)), ('2-d, 2-d', (2, 3), (3, 4)), ('2-d, 1-d', (2, 3), (3,)), ('1-d, 2-d', (3,), (3, 2)),
                       ('3-d, 3-d', (2, 3, 2), (2, 2, 4)), ('3-d, 2-d', (2, 3, 2), (2, 4)), ('2-d, 3-d', (3, 2), (2, 2, 3)),
                       ('3-d, 1-d', (2, 3, 4), (4,)), ('1-d, 3-d', (3,), (2, 3, 2)), ('batch broadcast', (2, 1, 2, 3), (3, 3, 2)),
                       ('batch of 1 broadcast', (1, 2, 3), (3, 3, 2))):
        add('matmul', name, torch.matmul, normal(a, b))
    add('matmul', 'transposed views', lambda a, b: torch.matmul(a.transpose(-1, -2), b.transpose(-1, -2)), normal((3, 2), (4, 3)))
    cases[-1]['arguments'] = {'transpose_inputs': [-1, -2]}
    add('bmm', 'plain', torch.bmm, normal((3, 2, 4), (3, 4, 2)))
    add('outer', 'plain', torch.outer, normal((3,), (4,)))


def indexing():
    add('gather', 'dim 0', lambda x, i, dim: x.gather(dim, i), lambda: [torch.randn(3, 4), torch.tensor([[0, 2, 1, 0], [2, 2, 0, 1]])], dim=0)
    add('gather', 'dim 1, repeated', lambda x, i, dim: x.gather(dim, i), lambda: [torch.randn(2, 3), torch.tensor([[0, 0, 2, 1], [1, 1, 1, 0]])], dim=1)
    add('gather', 'dim -1, smaller index', lambda x, i, dim: x.gather(dim, i), lambda: [torch.randn(2, 3, 2), torch.tensor([[[1], [0]]])], dim=-1)
    add('index_select', 'dim 0', lambda x, i, dim: x.index_select(dim, i), lambda: [torch.randn(3, 4), torch.tensor([2, 0])], dim=0)
    add('index_select', 'dim 1, repeated', lambda x, i, dim: x.index_select(dim, i), lambda: [torch.randn(2, 3, 2), torch.tensor([2, 0, 2, 2])], dim=1)
    for dim, index in ((0, [[0, 1, 2], [2, 1, 0], [0, 0, 0]]), (1, [[0, 0, 2], [1, 1, 1]])):
        add('scatter_add', f'dim {dim}, repeated', lambda x, i, s, dim: x.scatter_add(dim, i, s),
            lambda index=index: [torch.randn(3, 3), torch.tensor(index), torch.randn(len(index), 3)], dim=dim)

    def index(x, *indices, at):
        return x[tuple(slice(None) if i is None else indices[i - 1] for i in at)]
    add('index', 'int64, first dim', index, lambda: [torch.randn(4, 3), torch.tensor([3, 0, 3])], at=[1])
    add('index', 'int64, negative', index, lambda: [torch.randn(4, 3), torch.tensor([-1, 0, -4])], at=[1])
    add('index', 'int64, 2-d', index, lambda: [torch.randn(4, 3), torch.tensor([[3, 0], [1, 1]])], at=[1])
    add('index', 'int64, second dim', index, lambda: [torch.randn(2, 4, 2), torch.tensor([3, 0, 3])], at=[None, 1])
    add('index', 'two int64', index, lambda: [torch.randn(3, 4), torch.tensor([2, 0, 2]), torch.tensor([1, 3, 1])], at=[1, 2])
    add('index', 'two int64, broadcast', index, lambda: [torch.randn(3, 4), torch.tensor([[2], [0]]), torch.tensor([1, 3, 1])], at=[1, 2])
    add('index', 'two int64 with a slice between', index, lambda: [torch.randn(3, 2, 4), torch.tensor([2, 0, 2]), torch.tensor([1, 3, 1])], at=[1, None, 2])
    add('index', 'bool mask of the whole', index, lambda: [torch.randn(2, 3), torch.tensor([[True, False, True], [False, True, False]])], at=[1])
    add('index', 'bool mask of rows', index, lambda: [torch.randn(3, 2), torch.tensor([True, False, True])], at=[1])
    add('index', 'bool mask of columns', index, lambda: [torch.randn(2, 3), torch.tensor([True, False, True])], at=[None, 1])
    add('index', 'bool mask, none true', index, lambda: [torch.randn(3, 2), torch.tensor([False, False, False])], at=[1])

    def part(x, slices):
        return x[tuple(s if isinstance(s, int) else slice(*s) for s in slices)]
    add('slice', 'steps', part, normal((5, 6)), slices=[[0, None, 2], [1, 5, 3]])
    add('slice', 'negative limits', part, normal((5, 4)), slices=[[-3, -1, 1], [None, -2, None]])
    add('slice', 'beyond the end', part, normal((3, 4)), slices=[[1, 9, 1], [None, None, 3]])
    add('slice', 'a dim picked', part, normal((3, 4, 2)), slices=[1, [None, None, 2]])
    add('slice', 'a dim picked from the end', part, normal((3, 4)), slices=[[None, None, None], -1])
    add('narrow', 'dim 1', torch.narrow, normal((3, 5)), dim=1, start=1, length=3)
    add('narrow', 'dim -1', torch.narrow, normal((2, 2, 4)), dim=-1, start=0, length=1)


def shapes():
    # Squares, so that there is a gradient of the gradient through the view.
    def squared(f):
        return lambda *xs, **arguments: f(*[x * x for x in xs], **arguments)

    def both(function, name, f, make, **arguments):
        add(function, name, f, make, **arguments)
        add(function, name + ', of squares', squared(f), make, **arguments)
        cases[-1]['arguments']['of_squares'] = True
    add('cat', 'dim 0', lambda *xs, dim: torch.cat(xs, dim), normal((2, 3), (1, 3), (3, 3)), dim=0)
    add('cat', 'dim 1', lambda *xs, dim: torch.cat(xs, dim), normal((2, 3), (2, 1)), dim=1)
    add('cat', 'dim -1, 3-d', lambda *xs, dim: torch.cat(xs, dim), normal((2, 2, 1), (2, 2, 2)), dim=-1)
    for dim in (0, 1, -1):
        add('stack', f'dim {dim}', lambda *xs, dim: torch.stack(xs, dim), normal((2, 3), (2, 3)), dim=dim)
    add('split', 'size 2', lambda x, split_size, dim: torch.split(x, split_size, dim), normal((5, 3)), split_size=2, dim=0)
    add('split', 'sizes', lambda x, split_size, dim: torch.split(x, split_size, dim), normal((2, 6)), split_size=[1, 3, 2], dim=1)
    add('chunk', '3 of 7', torch.chunk, normal((7, 2)), chunks=3, dim=0)
    add('chunk', '2 of 4, dim -1', torch.chunk, normal((2, 4)), chunks=2, dim=-1)
    add('chunk', '4 of 5: three come', torch.chunk, normal((5,)), chunks=4, dim=0)
    both('transpose', '0 and 2', torch.transpose, normal((2, 3, 2)), dim0=0, dim1=2)
    add('transpose', '-1 and -2', torch.transpose, normal((2, 3, 4)), dim0=-1, dim1=-2)
    both('permute', '(2, 0, 1)', torch.permute, normal((2, 3, 2)), dims=[2, 0, 1])
    both('reshape', '(3, -1)', torch.reshape, normal((2, 6)), shape=[3, -1])
    add('reshape', 'of a transposed', lambda x, shape: torch.reshape(x.transpose(0, 1), shape), normal((2, 6)), shape=[4, 3])
    cases[-1]['arguments']['transpose_inputs'] = [0, 1]
    both('expand', 'a new dim', lambda x, size: x.expand(size), normal((3, 1)), size=[2, 3, 4])
    add('expand', '-1 keeps', lambda x, size: x.expand(size), normal((1, 3)), size=[2, -1])
    add('squeeze', 'all', torch.squeeze, normal((1, 3, 1, 2)))
    add('squeeze', 'dim 2', torch.squeeze, normal((1, 3, 1, 2)), dim=2)
    add('squeeze', 'dim that is not 1', torch.squeeze, normal((1, 3)), dim=1)
    add('unsqueeze', 'dim 0', torch.unsqueeze, normal((2, 3)), dim=0)
    add('unsqueeze', 'dim -1', torch.unsqueeze, normal((2, 3)), dim=-1)
    both('flip', 'dims 0 and 2', torch.flip, normal((2, 3, 2)), dims=[0, 2])
    add('pad', 'last dim', F.pad, normal((2, 3)), pad=[1, 2], value=.5)
    both('pad', 'two dims', F.pad, normal((2, 3)), pad=[1, 0, 2, 1], value=-1.)
    add('pad', 'negative crops', F.pad, normal((3, 4)), pad=[-1, 1], value=0.)


def networks():
    def conv(name, x, w, b, **arguments):
        add('conv2d', name, F.conv2d, normal(*([x, w] + ([b] if b else []))), **arguments)
    conv('plain', (2, 2, 4, 5), (3, 2, 3, 3), (3,))
    conv('stride (2, 1), padding (1, 0), no bias', (1, 2, 5, 4), (2, 2, 3, 2), None, stride=[2, 1], padding=[1, 0])
    conv('groups 2, dilation 2', (1, 4, 5, 5), (4, 2, 2, 2), (4,), groups=2, dilation=[2, 2])
    conv('depthwise, stride 2, padding 1', (2, 3, 5, 4), (3, 1, 3, 3), (3,), groups=3, stride=[2, 2], padding=[1, 1])

    def squared_pool(f):
        return lambda x, **arguments: f(x * x, **arguments)
    add('max_pool2d', 'kernel 2', F.max_pool2d, normal((1, 2, 4, 5)), kernel_size=[2, 2])
    add('max_pool2d', 'kernel 3, stride 2, padding 1, of squares', squared_pool(F.max_pool2d), normal((2, 2, 5, 6)), kernel_size=[3, 3], stride=[2, 2], padding=[1, 1])
    cases[-1]['arguments']['of_squares'] = True
    add('avg_pool2d', 'kernel 2', F.avg_pool2d, normal((1, 2, 4, 5)), kernel_size=[2, 2])
    add('avg_pool2d', 'kernel 3, stride 2, padding 1, of squares', squared_pool(F.avg_pool2d), normal((2, 2, 5, 6)), kernel_size=[3, 3], stride=[2, 2], padding=[1, 1])
    cases[-1]['arguments']['of_squares'] = True
    add('batch_norm', 'training, 2-d', lambda x, w, b, eps, training: F.batch_norm(x, None, None, w, b, training, eps=eps), normal((5, 3), (3,), (3,)), eps=1e-5, training=True)
    add('batch_norm', 'training, 4-d', lambda x, w, b, eps, training: F.batch_norm(x, None, None, w, b, training, eps=eps), normal((2, 2, 3, 2), (2,), (2,)), eps=1e-5,
        training=True)
    for name, shape, last in (('one dim', (3, 4), [4]), ('two dims', (2, 3, 2), [3, 2])):
        add('layer_norm', name, lambda x, w, b, **a: F.layer_norm(x, weight=w, bias=b, **a), normal(shape, last, last), normalized_shape=last, eps=1e-5)

    def lstm(x, h, c, *weights, input_size, hidden_size, num_layers, bidirectional, batch_first):
        return torch._VF.lstm(x, (h, c), list(weights), True, num_layers, 0., True, bidirectional, batch_first)
    for name, directions, batch_first in (('1 layer', 1, False), ('1 layer, bidirectional, batch_first', 2, True)):
        def make(directions=directions, batch_first=batch_first):
            x = torch.randn((2, 4, 2) if batch_first else (4, 2, 2))
            states = [torch.randn(directions, 2, 3), torch.randn(directions, 2, 3)]
            return [x, *states, *(torch.rand(s) - .5 for _ in range(directions) for s in ((12, 2), (12, 3), (12,), (12,)))]
        add('lstm', name, lstm, make, input_size=2, hidden_size=3, num_layers=1, bidirectional=directions == 2, batch_first=batch_first)

    target = torch.tensor([1, 3, 0, 2, 1])
    for reduction in ('mean', 'sum', 'none'):
        add('cross_entropy', reduction, F.cross_entropy, lambda: [torch.randn(5, 4), target], reduction=reduction)
        add('binary_cross_entropy_with_logits', reduction, F.binary_cross_entropy_with_logits,
            lambda: [torch.randn(2, 3), torch.tensor([[0., 1., 1.], [1., 0., 1.]])], constant=[1], reduction=reduction)
    add('cross_entropy', 'weight, label_smoothing .1, ignore_index 2', F.cross_entropy, lambda: [torch.randn(5, 4), target], reduction='mean',
        weight=torch.tensor([.5, 2., 1., .25]), label_smoothing=.1, ignore_index=2)
    add('binary_cross_entropy_with_logits', 'weight, pos_weight', F.binary_cross_entropy_with_logits, lambda: [torch.randn(2, 3), torch.tensor([[0., 1., 1.], [1., 0., 1.]])], constant=[1],
        reduction='mean', weight=torch.tensor([.5, 2., 1.]), pos_weight=torch.tensor([3., .5, 1.]))


binary()
unary()
reductions()
products()
indexing()
shapes()
networks()
write('functions.json', cases)
