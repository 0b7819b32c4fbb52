namespace Research.Torch.Tests.Properties;

public class ReductionGradientTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Func<Tensor[]> Inputs)> Ops = new()
    {
        ["sum"] = (x => x[0].sum(), Box),
        ["sum of dims"] = (x => x[0].sum([0, 2], keepdim: true), Box),
        ["mean"] = (x => x[0].mean([1]), Box),
        ["var"] = (x => x[0].var([0, 1], unbiased: false), Box),
        ["std"] = (x => x[0].std(2), Box),
        ["amax"] = (x => x[0].amax([0, 2]), Apart),
        ["amin"] = (x => x[0].amin([1], keepdim: true), Apart),
        ["max of all"] = (x => x[0].max(), Apart),
        ["max"] = (x => x[0].max(1).values, Apart),
        ["min"] = (x => x[0].min(-1).values, Apart),
        ["cumsum"] = (x => x[0].cumsum(1), Box),
        ["logsumexp"] = (x => x[0].logsumexp(1), Box),
        ["norm"] = (x => x[0].norm(), Box),
        ["norm 1"] = (x => x[0].norm(1, false, 1), () => [Inputs.AwayFromZero(2, 3, 2)]),
        ["norm 3"] = (x => x[0].norm(1, false, 3), () => [Inputs.AwayFromZero(2, 3, 2)]),
        ["norm inf"] = (x => x[0].norm(1, false, float.PositiveInfinity), Apart),
        ["softmax"] = (x => x[0].softmax(1), Box),
        ["log_softmax"] = (x => x[0].log_softmax(0), Box),
        ["matmul"] = (x => x[0].matmul(x[1]), () => [Inputs.Normal(3, 4), Inputs.Positive(4, 2)]),
        ["matmul of batches"] = (x => x[0].matmul(x[1]), () => [Inputs.Normal(2, 1, 2, 3), Inputs.Positive(3, 3, 2)]),
        ["matmul of a vector"] = (x => x[0].matmul(x[1]), () => [Inputs.Normal(3), Inputs.Positive(2, 3, 2)]),
        ["bmm"] = (x => x[0].bmm(x[1]), () => [Inputs.Normal(2, 2, 3), Inputs.Positive(2, 3, 2)]),
        ["addmm"] = (
            x => x[0].addmm(x[1], x[2], 0.5f, 2),
            () => [Inputs.Normal(2, 2), Inputs.Normal(2, 3), Inputs.Positive(3, 2)]
        ),
        ["outer"] = (x => x[0].outer(x[1]), () => [Inputs.Normal(3), Inputs.Positive(2)]),
        ["dot"] = (x => x[0].dot(x[1]), () => [Inputs.Normal(3), Inputs.Positive(3)]),
    };

    public static TheoryData<string> Names => new(Ops.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_limit_of_differences(string name) => GradientCheck.Run(Ops[name].Function, Ops[name].Inputs());

    private static Tensor[] Box() => [Inputs.Normal(2, 3, 2)];

    private static Tensor[] Apart() => [Inputs.Apart(2, 3, 2)];
}
