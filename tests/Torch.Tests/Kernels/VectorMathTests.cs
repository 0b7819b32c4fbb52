using System.Runtime.Intrinsics;
using Research.Numerics;
using Research.Torch.Kernels.Cpu;

namespace Research.Torch.Tests.Kernels;

public class VectorMathTests
{
    private const int Points = 400_000;

    private static readonly Dictionary<
        string,
        (Func<Vector256<float>, Vector256<float>> Ours, Func<double, double> True)
    > Functions = new()
    {
        ["exp"] = (VectorMath.Exp, PortableMath.Exp),
        ["log"] = (VectorMath.Log, PortableMath.Log),
        ["tanh"] = (VectorMath.Tanh, PortableMath.Tanh),
        ["sigmoid"] = (VectorMath.Sigmoid, PortableMath.Sigmoid),
    };

    // The largest error that was measured, rounded up; 2.5 ulp is what the engine allows.
    [Theory]
    [InlineData("exp", -103.9f, 88.72f, 1.1)]
    [InlineData("exp", -1f, 1f, 1.1)]
    [InlineData("log", 1e-45f, 1e-38f, 1.1)]
    [InlineData("log", 0.5f, 2f, 1.1)]
    [InlineData("log", 1e-38f, 3.4e38f, 1.1)]
    [InlineData("tanh", -10f, 10f, 2.1)]
    [InlineData("tanh", -0.7f, 0.7f, 2.1)]
    [InlineData("sigmoid", -103f, 90f, 2.3)]
    [InlineData("sigmoid", -2f, 2f, 2.3)]
    public void Error_stays_below_the_ulps_stated(string function, float low, float high, double bound)
    {
        (Func<Vector256<float>, Vector256<float>> ours, Func<double, double> exact) = Functions[function];
        (double worst, float at) = (0, 0);
        var lanes = new float[Vector256<float>.Count];
        for (int i = 0; i < Points; i += lanes.Length)
        {
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = Point(low, high, (i + lane) / (double)(Points - 1));
            }

            Vector256<float> results = ours(Vector256.Create(lanes));
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                double error = Ulps(results[lane], exact(lanes[lane]));
                (worst, at) = error > worst ? (error, lanes[lane]) : (worst, at);
            }
        }

        Assert.True(worst < bound && bound <= 2.5, $"{function}({at:R}): {worst} ulp");
    }

    [Theory]
    [InlineData("exp", float.NaN, float.NaN)]
    [InlineData("exp", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("exp", float.NegativeInfinity, 0f)]
    [InlineData("exp", 0f, 1f)]
    [InlineData("exp", 89f, float.PositiveInfinity)]
    [InlineData("exp", 3e38f, float.PositiveInfinity)]
    [InlineData("exp", -110f, 0f)]
    [InlineData("exp", 1e-45f, 1f)]
    [InlineData("log", float.NaN, float.NaN)]
    [InlineData("log", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("log", 0f, float.NegativeInfinity)]
    [InlineData("log", -1f, float.NaN)]
    [InlineData("log", float.NegativeInfinity, float.NaN)]
    [InlineData("log", 1f, 0f)]
    [InlineData("log", 1e-45f, -103.27893f)]
    [InlineData("tanh", float.NaN, float.NaN)]
    [InlineData("tanh", float.PositiveInfinity, 1f)]
    [InlineData("tanh", float.NegativeInfinity, -1f)]
    [InlineData("tanh", 0f, 0f)]
    [InlineData("tanh", 1e-45f, 1e-45f)]
    [InlineData("tanh", 3e38f, 1f)]
    [InlineData("sigmoid", float.NaN, float.NaN)]
    [InlineData("sigmoid", float.PositiveInfinity, 1f)]
    [InlineData("sigmoid", float.NegativeInfinity, 0f)]
    [InlineData("sigmoid", 0f, 0.5f)]
    [InlineData("sigmoid", -1e-45f, 0.5f)]
    [InlineData("sigmoid", -3e38f, 0f)]
    public void Special_values_go_where_they_must(string function, float x, float expected)
    {
        Vector256<float> results = Functions[function].Ours(Vector256.Create(x));
        Assert.All(Enumerable.Range(0, Vector256<float>.Count), lane => Assert.Equal(Bits(expected), Bits(results[lane])));
    }

    [Fact]
    public void Minus_zero_is_zero()
    {
        Vector256<float> zero = Vector256.Create(-0f);
        Assert.Equal(1, VectorMath.Exp(zero)[0]);
        Assert.Equal(float.NegativeInfinity, VectorMath.Log(zero)[0]);
        Assert.Equal(0, VectorMath.Tanh(zero)[0]);
        Assert.Equal(0.5f, VectorMath.Sigmoid(zero)[0]);
    }

    public static TheoryData<string> Lanes => ["sin", "cos", "log1p", "pow", "sqrt", "rsqrt"];

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Functions_computed_in_double_are_rounded_once(string function)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] x = [.. Enumerable.Range(0, 20_001).Select(i => (i + 1) / 500f)];
        Tensor given = tensor(x);
        (Tensor ours, Func<double, double> exact, double bound) = function switch
        {
            "sin" => (given.sin(), PortableMath.Sin, 0.51),
            "cos" => (given.cos(), PortableMath.Cos, 0.51),
            "log1p" => (given.log1p(), PortableMath.Log1p, 0.51),
            "pow" => (given.pow((Scalar)2.5), value => PortableMath.Pow(value, 2.5), 0.51),
            "sqrt" => (given.sqrt(), Math.Sqrt, 0.51),
            _ => (given.rsqrt(), (Func<double, double>)(value => 1 / Math.Sqrt(value)), 1.51), // two roundings
        };
        float[] results = ours.data<float>().ToArray();
        Assert.All(
            Enumerable.Range(0, x.Length),
            i => Assert.True(Ulps(results[i], exact(x[i])) < bound, $"{function}({x[i]:R})")
        );
    }

    public static TheoryData<int> Counts => [1, 7, 8, 9, 15, 16, 17, 100, 4097, 70_001];

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_values_place_in_the_tensor_does_not_change_its_result(int count)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = full([count], 0.7f);
        Assert.All([x.exp(), x.log(), x.tanh(), x.sigmoid()], y => Assert.Single(y.data<float>().ToArray().Distinct()));
    }

    // Evenly spaced, or, over a range of positive numbers of several powers, by evenly spaced exponents.
    private static float Point(float low, float high, double share) =>
        low > 0 && high / low > 100
            ? (float)PortableMath.Exp(PortableMath.Log(low) + (share * (PortableMath.Log(high) - PortableMath.Log(low))))
            : (float)(low + (share * ((double)high - low)));

    private static double Ulps(float ours, double exact)
    {
        float near = Math.Abs((float)exact);
        double ulp = near < float.MaxValue ? (double)BitConverter.Int32BitsToSingle(Bits(near) + 1) - near : 2e31;
        return Math.Abs(ours - exact) / ulp;
    }

    private static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);
}
