using System.CommandLine;
using Research.Cli.Commands;
using Research.Numerics;

namespace Research.Cli.Tests.Commands;

/// <summary>--device on machines with and without a GPU, which are played here.</summary>
public class DeviceOptionTests
{
    private const string None = "No NVIDIA driver was found.";

    [Theory]
    [InlineData("cpu")]
    [InlineData("cuda")]
    [InlineData("auto")]
    public void Devices_may_be_named_with_any_command(string device) => Assert.Empty(Errors("plan", "--device", device));

    [Fact]
    public void Another_device_is_refused_with_those_that_there_are() =>
        Assert.Contains("auto, cpu, cuda", Assert.Single(Errors("plan", "--device", "tpu")), StringComparison.Ordinal);

    [Fact]
    public void Without_the_option_it_is_the_CPU_and_nothing_is_said_or_opened() =>
        Assert.Equal((true, "cpu", null), Take(_ => throw new InvalidOperationException(), "plan"));

    [Theory]
    [InlineData("cuda")]
    [InlineData("auto")]
    public void A_GPU_that_is_there_is_taken_and_named(string asked) =>
        Assert.Equal(
            (true, "cuda", "research: device cuda: a card, driver for CUDA 13.0"),
            Take(_ => "cuda: a card, driver for CUDA 13.0", "plan", "--device", asked)
        );

    [Fact]
    public void Where_there_is_no_GPU_auto_takes_the_CPU_and_says_why() =>
        Assert.Equal(
            (true, "cpu", $"research: device cpu. {None}"),
            Take(_ => throw new ResearchException(None), "plan", "--device", "auto")
        );

    [Fact]
    public void Where_there_is_no_GPU_cuda_ends_the_command_in_one_sentence() =>
        Assert.Equal(
            (false, "cpu", $"research: --device cuda: {None}"),
            Take(_ => throw new ResearchException(None), "plan", "--device", "cuda")
        );

    [Fact]
    public void A_machine_without_a_driver_says_so()
    {
        Assert.SkipWhen(TorchSharp.torch.cuda.is_available(), "there is a GPU here");
        string message = Assert.ThrowsAny<ResearchException>(() => ChosenDevice.Take("cuda")).Message;
        Assert.Contains("Use the device cpu", message.Replace("use", "Use", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static (bool Taken, string Name, string? Said) Take(Func<string, string> take, params string[] arguments)
    {
        string? said = null;
        bool taken = ChosenDevice.Take(new ToolRoot().Parse(arguments), "research", take, line => said = line);
        return (taken, ChosenDevice.Name, said);
    }

    private static IReadOnlyList<string> Errors(params string[] arguments) => UsageErrors.Of(new ToolRoot().Parse(arguments));
}
