namespace Research.Parity.Cases;

/// <summary>Operations on tensors of floats, whole numbers and truth values.</summary>
internal static class Values
{
    public static IEnumerable<KeyValuePair<string, Operation>> All => Floats.Concat(Others);

    private static Dictionary<string, Operation> Floats =>
        new()
        {
            ["exp"] = x => Of(x, t => t.exp()),
            ["log"] = x => Of(x, t => (t.abs() + 0.1f).log()),
            ["sqrt"] = x => Of(x, t => (t.abs() + 0.1f).sqrt()),
            ["tanh"] = x => Of(x, t => t.tanh()),
            ["sigmoid"] = x => Of(x, t => t.sigmoid()),
            ["relu"] = x => Of(x, t => t.relu()),
            ["elu"] = x => Of(x, t => nn.functional.elu(t, 1.0)),
            ["silu"] = x => Of(x, t => nn.functional.silu(t)),
            ["softplus"] = x => Of(x, t => nn.functional.softplus(t)),
            ["leaky relu"] = x => Of(x, t => nn.functional.leaky_relu(t, 0.1)),
            ["softmax"] = x => Of(x, t => t.softmax(1)),
            ["log softmax"] = x => Of(x, t => t.log_softmax(-1)),
            ["sum"] = x => Of(x, t => t.sum(1)),
            ["mean"] = x => Of(x, t => t.mean([0, 2])),
            ["cumulative sum"] = x => Of(x, t => t.cumsum(1)),
            ["transposed"] = x => Of(x, t => t.transpose(0, 2) * 2),
            ["joined"] = x => Of(x, t => cat([t, t * 3], 1)),
            ["product"] = x => TwoOf(x, (a, b) => matmul(a, b), [x[0], x[1], x[2]], [x[0], x[2], x[3]]),
            ["broadcast"] = x => TwoOf(x, (a, b) => (a * b) - b, [x[0], 1, x[2]], [x[1], x[2]]),
            ["quotient"] = x => TwoOf(x, (a, b) => a / (b.abs() + 0.5f), [x[0], x[1]], [x[1]]),
        };

    private static Dictionary<string, Operation> Others =>
        new()
        {
            ["largest"] = x => [x.Normal(x[0], x[1]).max(1).values, x.Normal(x[0], x[1]).argmax(1)],
            ["sorted"] = x => [x.Normal(x[0], x[1] + 1).sort(1).Values],
            ["compared"] = x => [x.Normal(x[0], x[1]).gt((Scalar)0), x.Whole(3, x[0]).eq((Scalar)1)],
            ["gathered"] = x => [x.Normal(x[0], x[1]).gather(1, x.Whole(x[1], x[0], x[2]))],
            ["selected"] = x => [x.Normal(x[0], x[1]).index_select(0, x.Whole(x[0], x[2]))],
            ["whole numbers"] = x => [x.Whole(9, x[0], x[1]) + x.Whole(9, x[1]), x.Whole(9, x[0], x[1]).sum(1)],
            ["masked"] = x => [x.Normal(x[0], x[1]).masked_fill(x.Whole(2, x[0], x[1]).eq((Scalar)1), -1)],
            ["one hot"] = x => [nn.functional.one_hot(x.Whole(x[1], x[0]), x[1])],
        };

    private static IEnumerable<Tensor> Of(CaseInputs x, Func<Tensor, Tensor> operation)
    {
        Tensor input = x.Normal(x[0], x[1], x[2]);
        return x.WithGradients(operation(input), [input]);
    }

    private static IEnumerable<Tensor> TwoOf(CaseInputs x, Func<Tensor, Tensor, Tensor> operation, long[] a, long[] b)
    {
        (Tensor left, Tensor right) = (x.Normal(a), x.Normal(b));
        return x.WithGradients(operation(left, right), [left, right]);
    }
}
