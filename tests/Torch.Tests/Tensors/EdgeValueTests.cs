using Research.Torch.Tests.Oracle;

namespace Research.Torch.Tests.Tensors;

/// <summary>Values at the edges: not a number, infinity, large offsets, long sums, no elements. As PyTorch has them.</summary>
public class EdgeValueTests
{
    private const float NaN = float.NaN;
    private const float Inf = float.PositiveInfinity;

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, float[] Expected)> Ops = new()
    {
        ["max"] = (x => x.max(), [NaN]),
        ["min"] = (x => x.min(), [NaN]),
        ["max of a dim"] = (x => x.max(0).values, [NaN]),
        ["argmax"] = (x => x.argmax().to_type(ScalarType.Float32), [1]),
        ["maximum"] = (x => x.maximum(tensor([0f, 0, 0, 0])), [1, NaN, 0, Inf]),
        ["minimum"] = (x => x.minimum(tensor([0f, 0, 0, 0])), [0, NaN, -2, 0]),
        ["relu"] = (x => x.relu(), [1, NaN, 0, Inf]),
        ["leaky_relu"] = (x => x.leaky_relu(0.5), [1, NaN, -1, Inf]),
        ["clamp"] = (x => x.clamp(-1, 1), [1, NaN, -1, 1]),
        ["sign"] = (x => x.sign(), [1, NaN, -1, 1]), // PyTorch gives 0 for NaN; here it stays
        ["abs"] = (x => x.abs(), [1, NaN, 2, Inf]),
        ["sort"] = (x => x.sort(0).Values, [-2, 1, Inf, NaN]),
        ["sort, descending"] = (x => x.sort(0, descending: true).Values, [NaN, Inf, 1, -2]),
        ["isnan"] = (x => x.isnan().to_type(ScalarType.Float32), [0, 1, 0, 0]),
        ["isinf"] = (x => x.isinf().to_type(ScalarType.Float32), [0, 0, 0, 1]),
        ["isfinite"] = (x => x.isfinite().to_type(ScalarType.Float32), [1, 0, 1, 0]),
        ["eq"] = (x => x.eq(x).to_type(ScalarType.Float32), [1, 0, 1, 1]),
        ["ne"] = (x => x.ne(x).to_type(ScalarType.Float32), [0, 1, 0, 0]),
        ["le"] = (x => x.le(0f).to_type(ScalarType.Float32), [0, 0, 1, 0]),
        ["cumsum"] = (x => x.cumsum(0), [1, NaN, NaN, NaN]),
    };

    public static TheoryData<string> Names => new(Ops.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void One_nan_minus_two_and_infinity(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] result = Ops[name].Function(tensor([1, NaN, -2, Inf])).data<float>().ToArray();
        Assert.Equal(Ops[name].Expected, result);
    }

    [Fact]
    public void Softmax_gives_nothing_to_minus_infinity()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor([0, -Inf, 0, -Inf], [2, 2]);
        Assert.Equal([1f, 0, 1, 0], x.softmax(1).data<float>().ToArray());
        Assert.Equal([0f, -Inf, 0, -Inf], x.log_softmax(1).data<float>().ToArray());
        Assert.Equal(-Inf, full([3], -Inf).logsumexp(0).item<float>());
        Assert.Equal(Inf, tensor([Inf, 0f]).logsumexp(0).item<float>());
    }

    [Fact]
    public void Long_sums_keep_their_digits()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = full([1_000_000], 0.1f);
        double each = 0.1f;
        Assert.Equal(1e6 * each, x.sum().item<float>(), 0.1);
        Assert.Equal(1e6 * each / 1000, x.reshape(1000, 1000).sum([0])[7].item<float>(), 1e-5);
        Assert.Equal(each, x.mean().item<float>(), 1e-7);
    }

    [Fact]
    public void Variances_far_from_zero_keep_their_digits()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor small = Properties.Inputs.Normal(64, 2, 5);
        Tensor far = small + 1024f; // multiples of 1/64: exact
        Assert.Equal(small.var().item<float>(), far.var().item<float>(), 1e-5);
        Tensor near = nn.functional.batch_norm(small, null, null, training: true);
        Assert.True(near.allclose(nn.functional.batch_norm(far, null, null, training: true), rtol: 0, atol: 1e-3));
        Assert.True(nn.functional.layer_norm(small, [2, 5]).allclose(nn.functional.layer_norm(far, [2, 5]), rtol: 0, atol: 1e-3));
    }

    [Fact]
    public void Tensors_without_elements_pass_through()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor none = zeros([0, 3], requires_grad: true);
        Tensor sum = ((none * 2f).exp() + tensor([1f, 2, 3])).relu().softmax(1).sum();
        sum.backward();
        Assert.Equal(0, sum.item<float>());
        Assert.Equal([0L, 3], none.grad!.shape);
        Assert.Equal([2L, 3], cat([none, ones(2, 3)]).shape);
        Assert.Equal([0L, 3], none.flip(0).shape);
        Assert.Equal([0L], zeros([0]).nonzero().flatten().shape);
        Assert.Equal([0L, 5], nn.functional.linear(none, ones(5, 3)).shape);
        Assert.Equal([0f, 0, 0], none.sum([0]).data<float>().ToArray());
        Assert.True(double.IsNaN(Compare.Numbers(zeros([0]).mean())[0]));
    }
}
