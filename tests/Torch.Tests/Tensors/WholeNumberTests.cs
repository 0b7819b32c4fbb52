using Research.Torch.Tests.Oracle;

namespace Research.Torch.Tests.Tensors;

public class WholeNumberTests
{
    private const long Large = (1L << 53) + 1; // no float32 and no float64

    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, long[] Expected)> Ops = new()
    {
        ["neg"] = (x => -x, [-Large, 3, 0]),
        ["abs"] = (x => x.abs(), [Large, 3, 0]),
        ["sign"] = (x => x.sign(), [1, -1, 0]),
        ["square"] = (x => x.clamp(-9, 9).square(), [81, 9, 0]),
        ["clamp"] = (x => x.clamp(-2, Large - 1), [Large - 1, -2, 0]),
        ["clamp_min"] = (x => x.clamp_min(-2), [Large, -2, 0]),
        ["relu"] = (x => x.relu(), [Large, 0, 0]),
        ["floor"] = (x => x.floor(), [Large, -3, 0]),
        ["add"] = (x => x + 1, [Large + 1, -2, 1]),
        ["scalar minus"] = (x => 1 - x, [1 - Large, 4, 1]),
        ["mul"] = (x => x * 2, [2 * Large, -6, 0]),
        ["maximum"] = (x => x.maximum(tensor(-1L)), [Large, -1, 0]),
        ["cumsum"] = (x => x.cumsum(0), [Large, Large - 3, Large - 3]),
        ["flip"] = (x => x.flip(0), [0, -3, Large]),
        ["add_"] = (x => x.clone().add_(tensor([1L, 1, 1])), [Large + 1, -2, 1]),
        ["sum"] = (x => x.sum(), [Large - 3]),
        ["amax"] = (x => x.amax(0), [Large]),
    };

    public static TheoryData<string> Names => new(Ops.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Whole_numbers_stay_whole_and_exact(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor result = Ops[name].Function(tensor([Large, -3, 0]));
        Assert.Equal(ScalarType.Int64, result.dtype);
        Assert.Equal(Ops[name].Expected, result.data<long>().ToArray());
    }

    [Fact]
    public void Types_that_meet_take_the_wider_one()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor whole = tensor([1L, 2]);
        Assert.Equal(ScalarType.Float32, (whole + ones(2)).dtype);
        Assert.Equal(ScalarType.Float32, (whole + 0.5).dtype);
        Assert.Equal(ScalarType.Float32, (whole / 2).dtype);
        Assert.Equal(ScalarType.Int64, (whole + tensor([true, false])).dtype);
        Assert.Equal(ScalarType.Int64, tensor([true, true]).sum().dtype);
        Assert.Equal([0.5, 1], Compare.Numbers(whole / 2));
    }

    [Fact]
    public void Truth_values_of_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor none = zeros([0], dtype: ScalarType.Bool);
        Assert.True(none.all().item<bool>());
        Assert.False(none.any().item<bool>());
        Assert.True(zeros([0]).allclose(zeros([0])));
    }

    [Fact]
    public void A_scalar_has_a_dimension_to_reduce_sort_and_gather_along()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(3f, requires_grad: true);
        Assert.Equal(3, x.max(0).values.item<float>());
        Assert.Equal(3, x.sort(0).Values.item<float>());
        Assert.Equal(3, x.sum(0L).item<float>());
        Assert.Equal(1, x.softmax(0).item<float>());
        x.max(0).values.backward();
        Assert.Equal(1, x.grad!.item<float>());
    }
}
