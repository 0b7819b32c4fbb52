using System.CommandLine;
using Research.Numerics;
using Research.Pipeline;
using Research.Pipeline.Runs;
using Research.Torch.Devices;

namespace Research.Gpu;

/// <summary>What tests/Gpu/check.sh runs: does this machine's GPU give the CPU's bits, and how fast is it?</summary>
internal static class Program
{
    /// <summary>Exit code where there is no GPU, or it cannot run the kernels.</summary>
    public const int NoGpu = 5;

    private static readonly Option<string> Root = new("--root") { Description = "The checkout.", Required = true };
    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Where the report is written; results/gpu/<date> <card> in the checkout by default.",
    };
    private static readonly Option<bool> Rehearse = new("--rehearse")
    {
        Description =
            "Without a GPU: every step that can be done on the CPU. Shows that the program works, and nothing about a GPU; writes no report.",
    };
    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "After so many seconds no further step begins.",
        DefaultValueFactory = _ => 240,
    };

    public static int Main(string[] args)
    {
        if (Worker.IsAskedFor(args))
        {
            return Worker.Run(ComputeDevice.Take);
        }

        var root = new RootCommand("Checks a GPU against the CPU.") { Root, Out, Rehearse, Seconds };
        root.SetAction(Run);
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Terminal.Complain($"check: {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
            return ExitCodes.Usage;
        }

        return parsed.Invoke(new() { EnableDefaultExceptionHandler = false });
    }

    private static int Run(ParseResult parsed)
    {
        bool rehearses = parsed.GetValue(Rehearse);
        string name = rehearses ? ComputeDevice.Cpu : ComputeDevice.Cuda;
        string device;
        try
        {
            device = ComputeDevice.Take(name);
        }
        catch (ResearchException error)
        {
            Terminal.Complain($"check: no GPU was found that can be checked. {error.Message}");
            return NoGpu;
        }

        var setting = new CheckSetting(Path.GetFullPath(parsed.GetValue(Root)!), name, device, parsed.GetValue(Seconds));
        CheckReport report = Checks.Run(setting);
        string text = ReportText.Of(report);
        Terminal.SayPage(text);
        if (rehearses)
        {
            Terminal.Say("A rehearsal on the CPU: nothing was written.");
        }
        else
        {
            Terminal.Say($"Report: {ReportFiles.Write(report, text, setting.Root, parsed.GetValue(Out))}");
        }

        return report.IsWell ? ExitCodes.Well : ExitCodes.Failure;
    }
}
