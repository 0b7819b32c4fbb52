using Research.Torch.Kernels;
using Research.Torch.Tests.Devices.Cases;

namespace Research.Torch.Tests.Devices;

/// <summary>The kernels that are shipped, on the machine that reads PTX, against the CPU's.</summary>
public class KernelTests
{
    public static TheoryData<string> Names => [.. DeviceCase.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shipped_kernels_give_the_bits_of_the_CPU(string name) => AssertSame(name, lastThreadFirst: false);

    private static void AssertSame(string name, bool lastThreadFirst)
    {
        DeviceCase one = DeviceCase.All.Single(found => found.Name == name);
        using var twin = PtxTwin.Of(PtxDriver.Shipped, lastThreadFirst: lastThreadFirst);
        one.Run(twin);
        Assert.True(twin.Differences == 0, $"{name}: {twin.Differences} values differ; {twin.First}");
    }

    [Fact]
    public void Every_kernel_compiles_and_every_primitive_has_a_case()
    {
        Assert.All(PtxDriver.Shipped.Names, name => Assert.NotNull(PtxDriver.Shipped[name].Run));
        string[] names = [.. DeviceCase.All.Select(one => one.Name)];
        string[] missing =
        [
            .. typeof(IKernels)
                .GetMethods()
                .Select(method => method.Name)
                .Where(method => method is not (nameof(IKernels.CheckIndex) or nameof(IKernels.Reduce))) // tests of their own; sums and others
                .Where(method => !Array.Exists(names, name => name.Contains(Known(method), StringComparison.Ordinal))),
        ];
        Assert.Empty(missing);
    }

    private static string Known(string method) =>
        method switch
        {
            "MaxPoolBackward" or "MaxPoolIndex" => "MaxPool, its gradient and index",
            "AveragePoolBackward" => "AveragePool and its gradient",
            "AdaptiveAveragePoolBackward" => "AdaptiveAveragePool and its gradient",
            "SoftmaxBackward" => "Gradient of softmax",
            _ => method,
        };
}
