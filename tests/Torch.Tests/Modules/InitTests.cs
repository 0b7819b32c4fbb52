using System.Text.Json;
using Research.Torch.Tests.Oracle;
using static TorchSharp.torch.nn.init;

namespace Research.Torch.Tests.Modules;

public class InitTests
{
    private static readonly GoldenFile File = new("init.json", "function");

    // TorchSharp's enumeration has no SELU.
    private static readonly string[] Excluded = ["calculate_gain: selu"];

    private static readonly Dictionary<string, NonlinearityType> Kinds = new()
    {
        ["linear"] = NonlinearityType.Linear,
        ["conv1d"] = NonlinearityType.Conv1D,
        ["conv2d"] = NonlinearityType.Conv2D,
        ["conv_transpose2d"] = NonlinearityType.ConvTranspose2D,
        ["sigmoid"] = NonlinearityType.Sigmoid,
        ["tanh"] = NonlinearityType.Tanh,
        ["relu"] = NonlinearityType.ReLU,
        ["leaky_relu"] = NonlinearityType.LeakyReLU,
    };

    public static TheoryData<string> Gains =>
        File.Rows(label => Excluded.Contains(label) || !label.StartsWith("calculate_gain", StringComparison.Ordinal));

    public static TheoryData<string> Fans => File.Rows(label => label.StartsWith("calculate_gain", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Gains))]
    public void Gain_is_PyTorchs(string label)
    {
        JsonElement item = File[label];
        NonlinearityType kind = Kinds[item.GetProperty("nonlinearity").GetString()!];
        JsonElement given = item.GetProperty("param");

        // Without a slope PyTorch takes 0.01 for leaky_relu, TorchSharp's parameter is 0.
        double slope = given.ValueKind == JsonValueKind.Number ? given.GetDouble() : 0.01;
        Assert.Equal(item.GetProperty("gain").GetDouble(), calculate_gain(kind, slope), 1e-14);
    }

    [Theory]
    [MemberData(nameof(Fans))]
    public void Fans_are_PyTorchs(string label)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement item = File[label];
        Tensor weight = zeros(new Settings(item).Longs("shape")!);
        (long, long) expected = (item.GetProperty("fan_in").GetInt64(), item.GetProperty("fan_out").GetInt64());
        Assert.Equal(expected, CalculateFanInAndFanOut(weight));
    }

    [Fact]
    public void Uniform_draws_fill_their_range_and_normal_ones_have_their_deviation()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        double[] uniform = Compare.Numbers(kaiming_uniform_(empty(200, 50), Math.Sqrt(5)));
        double bound = 1 / Math.Sqrt(50);
        Assert.All(uniform, value => Assert.InRange(value, -bound, bound));
        Assert.Equal(bound / Math.Sqrt(3), Deviation(uniform), 0.02 * bound);
        Assert.Equal(Math.Sqrt(2.0 / 250), Deviation(Compare.Numbers(xavier_normal_(empty(200, 50)))), 0.002);
        Assert.Equal(Math.Sqrt(2.0 / 50), Deviation(Compare.Numbers(kaiming_normal_(empty(200, 50)))), 0.004);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    public void Orthogonal_rows_or_columns_have_length_gain_and_meet_at_right_angles(int rows, int columns)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        Tensor weight = orthogonal_(empty(rows, columns), gain: 2);
        Tensor product = rows >= columns ? weight.t().matmul(weight) : weight.matmul(weight.t());
        Assert.True(product.allclose(eye(Math.Min(rows, columns)) * 4, atol: 1e-5));
    }

    [Fact]
    public void Parameters_are_drawn_in_place_and_stay_leaves()
    {
        using DisposeScope scope = NewDisposeScope();
        TorchSharp.Modules.Parameter weight = zeros(3, 4).AsParameter();
        Assert.Same(weight, normal_(weight));
        Assert.True(weight is { is_leaf: true, requires_grad: true });
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
