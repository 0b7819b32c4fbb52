namespace Research.Torch.Tests.Properties;

public class PointwiseGradientTests
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Function, Func<Tensor[]> Inputs)> Ops = new()
    {
        ["add"] = (x => x[0] + x[1], Broadcast),
        ["sub"] = (x => x[0] - x[1], Broadcast),
        ["mul"] = (x => x[0] * x[1], Broadcast),
        ["div"] = (x => x[0] / x[1], () => [Inputs.Normal(2, 3), Inputs.Positive(3)]),
        ["add scalar"] = (x => x[0] + 2.5f, One),
        ["scalar minus"] = (x => 1f - x[0], One),
        ["mul scalar"] = (x => x[0] * -1.5f, One),
        ["div scalar"] = (x => x[0] / 3f, One),
        ["scalar over"] = (x => 2f / x[0], () => [Inputs.Positive(2, 3)]),
        ["pow scalar"] = (x => x[0].pow((Scalar)2.5f), () => [Inputs.Positive(2, 3)]),
        ["pow tensor"] = (x => x[0].pow(x[1]), () => [Inputs.Positive(2, 3), Inputs.Normal(3)]),
        ["maximum"] = (x => x[0].maximum(x[1]), () => [Inputs.Apart(2, 3), Inputs.Apart(2, 3) * -1 + 0.06f]),
        ["minimum"] = (x => x[0].minimum(x[1]), () => [Inputs.Apart(2, 3), Inputs.Apart(2, 3) * -1 + 0.06f]),
        ["addcmul"] = (x => x[0].addcmul(x[1], x[2], 0.5), () => [Inputs.Normal(4), Inputs.Normal(4), Inputs.Positive(4)]),
        ["lerp"] = (x => x[0].lerp(x[1], x[2]), () => [Inputs.Normal(4), Inputs.Positive(4), Inputs.Probabilities(4)]),
        ["where"] = (x => where(tensor([true, false, true]), x[0], x[1]), () => [Inputs.Normal(2, 3), Inputs.Normal(1)]),
        ["masked_fill"] = (x => x[0].masked_fill(tensor([true, false, true]), 0.5f), One),
        ["neg"] = (x => -x[0], One),
        ["abs"] = (x => x[0].abs(), Away),
        ["exp"] = (x => x[0].exp(), One),
        ["log"] = (x => x[0].log(), Positive),
        ["log1p"] = (x => x[0].log1p(), Positive),
        ["sqrt"] = (x => x[0].sqrt(), Positive),
        ["rsqrt"] = (x => x[0].rsqrt(), Positive),
        ["reciprocal"] = (x => x[0].reciprocal(), Positive),
        ["square"] = (x => x[0].square(), One),
        ["sin"] = (x => x[0].sin(), One),
        ["cos"] = (x => x[0].cos(), One),
        ["tanh"] = (x => x[0].tanh(), One),
        ["sigmoid"] = (x => x[0].sigmoid(), One),
        ["relu"] = (x => x[0].relu(), Away),
        ["leaky_relu"] = (x => x[0].leaky_relu(0.1), Away),
        ["elu"] = (x => x[0].elu(0.7), Away),
        ["silu"] = (x => x[0].silu(), One),
        ["softplus"] = (x => x[0].softplus(2, 5), One),
        ["clamp"] = (x => x[0].clamp(-0.56, 0.69), () => [Inputs.Apart(3, 4)]),
        ["to float and back"] = (x => x[0].to_type(ScalarType.Float32).clone(), One),
        ["dropout"] = (x => Seeded(() => nn.functional.dropout(x[0], 0.4)), One),
    };

    public static TheoryData<string> Names => new(Ops.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_is_the_limit_of_differences(string name) => GradientCheck.Run(Ops[name].Function, Ops[name].Inputs());

    private static Tensor[] One() => [Inputs.Normal(2, 3)];

    private static Tensor[] Positive() => [Inputs.Positive(2, 3)];

    private static Tensor[] Away() => [Inputs.AwayFromZero(2, 3)];

    private static Tensor[] Broadcast() => [Inputs.Normal(2, 1, 3), Inputs.Positive(2, 1)];

    private static Tensor Seeded(Func<Tensor> draw)
    {
        manual_seed(5);
        return draw();
    }
}
