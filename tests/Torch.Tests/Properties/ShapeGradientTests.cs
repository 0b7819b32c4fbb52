namespace Research.Torch.Tests.Properties;

public class ShapeGradientTests
{
    private static readonly Tensor Index = tensor([2L, 0, 2]);

    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Func<Tensor[]> Inputs)> Ops = new()
    {
        ["reshape"] = (x => x[0].reshape(3, -1), Box),
        ["flatten"] = (x => x[0].flatten(1), Box),
        ["unflatten"] = (x => x[0].unflatten(2, 2, 2), Box),
        ["squeeze"] = (x => x[0].unsqueeze(1).squeeze(1), Box),
        ["permute"] = (x => x[0].permute(2, 0, 1), Box),
        ["transpose"] = (x => x[0].transpose(0, 2), Box),
        ["T"] = (x => x[0].T, Box),
        ["expand"] = (x => x[0].unsqueeze(1).expand(2, 3, 3, 4), Box),
        ["repeat"] = (x => x[0].repeat(2, 1, 3, 1), Box),
        ["flip"] = (x => x[0].flip(0, 2), Box),
        ["narrow"] = (x => x[0].narrow(1, 1, 2), Box),
        ["slice"] = (x => x[0].slice(2, 1, 4, 2), Box),
        ["select"] = (x => x[0].select(1, -1), Box),
        ["index, range"] = (x => x[0].index(TensorIndex.Ellipsis, TensorIndex.Slice(1, null, 2)), Box),
        ["index, list"] = (x => x[0].index(TensorIndex.Colon, TensorIndex.Tensor(Index)), Box),
        ["index, mask"] = (x => x[0].index(TensorIndex.Tensor(tensor([true, false]))), Box),
        ["index_select"] = (x => x[0].index_select(1, Index), Box),
        ["gather"] = (x => x[0].gather(1, tensor([2L, 1, 0, 0], [1, 1, 4])), Box),
        ["take_along_dim"] = (x => x[0].take_along_dim(tensor([0L, 0, 2, 1, 1, 0], [2, 3]), 1), () => [Inputs.Normal(2, 3)]),
        ["scatter"] = (
            x => x[0].scatter(1, tensor([2L, 0, 1, 2], [2, 2]), x[1]),
            () => [Inputs.Normal(2, 3), Inputs.Normal(2, 2)]
        ),
        ["scatter_add"] = (
            x => x[0].scatter_add(0, tensor([1L, 1, 0], [1, 3]), x[1]),
            () => [Inputs.Normal(2, 3), Inputs.Normal(1, 3)]
        ),
        ["scatter_add, larger source"] = (
            x => x[0].scatter_add(0, tensor([1L, 1], [1, 2]), x[1]),
            () => [Inputs.Normal(2, 3), Inputs.Normal(2, 3)]
        ),
        ["index_put_"] = (
            x => x[0].clone().index_put_(x[1], TensorIndex.Colon, TensorIndex.Tensor(tensor([2L, 0]))),
            () => [Inputs.Normal(2, 3), Inputs.Normal(2, 2)]
        ),
        ["masked_select"] = (x => x[0].masked_select(x[0].gt(0f)), () => [Inputs.AwayFromZero(2, 3)]),
        ["cat"] = (x => cat(x, 1), () => [Inputs.Normal(2, 3), Inputs.Normal(2, 1), Inputs.Positive(2, 2)]),
        ["stack"] = (x => stack(x, 1), () => [Inputs.Normal(2, 3), Inputs.Positive(2, 3)]),
        ["split"] = (x => x[0].split([1, 3], 2)[1] * x[0].split(2, 2)[0].sum(), Box),
        ["chunk"] = (x => x[0].chunk(2, 2)[1], Box),
        ["unbind"] = (x => x[0].unbind(1)[2], Box),
        ["tril"] = (x => x[0].tril(-1), Box),
        ["triu"] = (x => x[0].triu(1), Box),
        ["pad"] = (x => nn.functional.pad(x[0], [1, 2, 0, 1], value: 3), Box),
        ["sort"] = (x => x[0].sort(1).Values, () => [Inputs.Apart(3, 4)]),
        ["topk"] = (x => x[0].topk(2, 0).values, () => [Inputs.Apart(3, 4)]),
    };

    public static TheoryData<string> Names => new(Ops.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_limit_of_differences(string name) => GradientCheck.Run(Ops[name].Function, Ops[name].Inputs());

    private static Tensor[] Box() => [Inputs.Normal(2, 3, 4)];
}
