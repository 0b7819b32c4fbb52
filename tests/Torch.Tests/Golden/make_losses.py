"""Makes losses.json.  Run: python3 make_losses.py"""
import torch

from golden import run_module, write

cases = []


def add(module, name, settings, make, **more):
    for reduction in ('mean', 'sum', 'none'):
        cases.append(run_module(module, f'{name}, {reduction}', dict(settings, reduction=reduction), make, **more))


def fixed(module, name, settings, make, **more):
    cases.append(run_module(module, name, settings, make, **more))


WEIGHT = torch.tensor([.5, 2., 1., .25])
TARGET = torch.tensor([1, 3, 0, 2, 1])
IGNORING = torch.tensor([1, -100, 0, -100, 3])


def logits(*shape):
    return torch.randn(shape) * 1.5


def cross_entropies():
    def add_ce(name, settings, target=TARGET, shape=(5, 4), **more):
        add('CrossEntropyLoss', name, settings, lambda: [logits(*shape), target() if callable(target) else target.clone()], **more)
    spatial = torch.tensor([[0, 2, 3], [1, 1, 2]])

    def probabilities(*shape):
        return lambda: torch.softmax(torch.randn(shape), 1)
    add_ce('plain', {})
    add_ce('class weights', dict(weight=WEIGHT))
    add_ce('label_smoothing .1', dict(label_smoothing=.1))
    add_ce('ignore_index -100', {}, IGNORING)
    add_ce('ignore_index 1', dict(ignore_index=1))
    add_ce('class weights, ignore_index 1', dict(weight=WEIGHT, ignore_index=1))
    add_ce('label_smoothing .1, ignore_index 1', dict(label_smoothing=.1, ignore_index=1))
    add_ce('class weights, label_smoothing .1', dict(weight=WEIGHT, label_smoothing=.1))
    add_ce('class weights, label_smoothing .1, ignore_index 1', dict(weight=WEIGHT, label_smoothing=.1, ignore_index=1))
    add_ce('class probabilities', {}, probabilities(5, 4), target_gradient=False)
    add_ce('class probabilities, class weights', dict(weight=WEIGHT), probabilities(5, 4), target_gradient=False)
    add_ce('class probabilities, label_smoothing .1', dict(label_smoothing=.1), probabilities(5, 4), target_gradient=False)
    add_ce('class probabilities, class weights, label_smoothing .1', dict(weight=WEIGHT, label_smoothing=.1), probabilities(5, 4),
           target_gradient=False)
    add_ce('3-d input', {}, spatial, (2, 4, 3))
    add_ce('3-d input, class weights, label_smoothing .1, ignore_index 2', dict(weight=WEIGHT, label_smoothing=.1, ignore_index=2), spatial, (2, 4, 3))
    add_ce('3-d input, class probabilities', {}, probabilities(2, 4, 3), (2, 4, 3), target_gradient=False)
    fixed('CrossEntropyLoss', 'one sample without a batch', {}, lambda: [logits(4), torch.tensor(2)])
    fixed('CrossEntropyLoss', 'large logits', {}, lambda: [torch.tensor([[500., 499., -500., 0.], [-700., -701., -702., -650.]]), torch.tensor([1, 0])])


def likelihoods():
    def add_nll(name, settings, target=TARGET, shape=(5, 4)):
        add('NLLLoss', name, settings, lambda: [torch.log_softmax(logits(*shape), 1), target.clone()])
    add_nll('plain', {})
    add_nll('class weights', dict(weight=WEIGHT))
    add_nll('ignore_index -100', {}, IGNORING)
    add_nll('class weights, ignore_index 1', dict(weight=WEIGHT, ignore_index=1))
    add_nll('3-d input, class weights', dict(weight=WEIGHT), torch.tensor([[0, 2, 3], [1, 1, 2]]), (2, 4, 3))


def regressions():
    for module, settings in (('MSELoss', {}), ('L1Loss', {}), ('SmoothL1Loss', {}), ('SmoothL1Loss', dict(beta=.25))):
        add(module, ', '.join(f'{k} {v}' for k, v in settings.items()) or 'plain', settings, lambda: [logits(3, 4), logits(3, 4)], target_gradient=False)
    for module in ('MSELoss', 'L1Loss', 'SmoothL1Loss'):
        fixed(module, 'gradient of the target too', {}, lambda: [logits(3, 4), logits(3, 4)])
        fixed(module, 'equal to the target in places', {}, lambda: [torch.tensor([[1., 2., -1.], [0., 3., 1.]]), torch.tensor([[1., 0., -1.], [1., 3.5, 3.]])],
              target_gradient=False)


def binaries():
    element = torch.tensor([[.5, 2., 1.], [.25, 1.5, 1.]])

    def targets(*shape):
        return torch.randint(0, 2, shape).float()
    add('BCELoss', 'plain', {}, lambda: [torch.rand(2, 3) * .9 + .05, targets(2, 3)], target_gradient=False)
    add('BCELoss', 'soft targets', {}, lambda: [torch.rand(2, 3) * .9 + .05, torch.rand(2, 3)], target_gradient=False)
    add('BCELoss', 'weight', dict(weight=element), lambda: [torch.rand(2, 3) * .9 + .05, targets(2, 3)], target_gradient=False)
    add('BCEWithLogitsLoss', 'plain', {}, lambda: [logits(2, 3), targets(2, 3)], target_gradient=False)
    add('BCEWithLogitsLoss', 'soft targets', {}, lambda: [logits(2, 3), torch.rand(2, 3)], target_gradient=False)
    add('BCEWithLogitsLoss', 'pos_weight', dict(pos_weight=torch.tensor([3., .5, 1.])), lambda: [logits(2, 3), targets(2, 3)], target_gradient=False)
    add('BCEWithLogitsLoss', 'weight', dict(weight=element), lambda: [logits(2, 3), targets(2, 3)], target_gradient=False)
    add('BCEWithLogitsLoss', 'weight by column, pos_weight', dict(weight=torch.tensor([.5, 2., 1.]), pos_weight=torch.tensor([3., .5, 1.])),
        lambda: [logits(2, 3), targets(2, 3)], target_gradient=False)
    fixed('BCEWithLogitsLoss', 'far from zero', {}, lambda: [torch.tensor([-90., -30., 0., 30., 90., -90., 90.]), torch.tensor([0., 1., 1., 0., 1., 1., 0.])],
          target_gradient=False)
    fixed('BCELoss', 'at 0 and 1, where the logarithm stops at -100', {}, lambda: [torch.tensor([0., 1., .5]), torch.tensor([0., 1., 1.])], target_gradient=False)
    fixed('BCELoss', 'wrong at 0 and 1, no mean', dict(reduction='sum'), lambda: [torch.tensor([0., 1., .5]), torch.tensor([1., 0., 1.])], target_gradient=False)


cross_entropies()
likelihoods()
regressions()
binaries()
write('losses.json', cases)
