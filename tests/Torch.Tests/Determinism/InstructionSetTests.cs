using System.Diagnostics;

namespace Research.Torch.Tests.Determinism;

/// <summary>The tests of orders and of pinned hashes once more, in a process that does without instructions of this machine.</summary>
[Collection(Alone.Name)]
public class InstructionSetTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // Without AVX2 .NET has no fused multiply-add either; without any, each lane is computed by itself, slowly.
    [Theory]
    [InlineData("EnableAVX512", "-namespace", "Research.Torch.Tests.Orders")]
    [InlineData("EnableAVX2", "-namespace", "Research.Torch.Tests.Orders")]
    [InlineData("EnableAVX2", "-class", "*.ThreadTests")]
    [InlineData("EnableHWIntrinsic", "-class", "*.LineOrderTests")]
    [InlineData("EnableHWIntrinsic", "-class", "*.FunctionOrderTests")]
    public async Task Orders_hold_without(string instructions, string filter, string value)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(InstructionSetTests).Assembly.Location, "-noLogo", "-noColor", filter, value]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment[$"DOTNET_{instructions}"] = "0";
        using Process process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        string text = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, text);
        Assert.DoesNotContain("Total: 0,", text, StringComparison.Ordinal);
    }
}
