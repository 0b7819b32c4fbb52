using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Research.Numerics;
using Research.Pipeline;
using Research.Torch.Devices.Cuda;

namespace Research.Gpu;

/// <summary>The steps of a check, those about bits first.</summary>
internal static class Checks
{
    public static CheckReport Run(CheckSetting setting)
    {
        var report = new CheckReport
        {
            Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Device = setting.Device,
            OperatingSystem = RuntimeInformation.OSDescription,
            Processor = Processor(),
            Kernels = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CudaDevices.ReadPtx()))),
        };
        Step(setting, report, "bits of all primitives", () => report.Primitives = PrimitiveCheck.Run());
        Step(setting, report, "hashes of the pinned trainings", () => report.Trainings = TrainingCheck.Run());
        Step(setting, report, "tables of a study's networks", () => report.Tables = StudyCheck.Run(setting));
        Step(setting, report, "counts of machine instructions", () => report.MachineCode = MachineCode.Count());
        Step(setting, report, "speed", () => report.Timings = SpeedCheck.Run(setting, report.NotDone.Add));
        report.Seconds = setting.Elapsed;
        return report;
    }

    private static void Step(CheckSetting setting, CheckReport report, string name, Action work)
    {
        if (setting.IsOver)
        {
            report.NotDone.Add(FormattableString.Invariant($"{name}: not begun after {setting.Elapsed:F0} seconds"));
            return;
        }

        Terminal.Complain($"check: {name} …");
        try
        {
            work();
        }
        catch (Exception error) when (error is ResearchException or InvalidOperationException or ArgumentException or IOException)
        {
            report.NotDone.Add($"{name}: {error.Message}");
        }
    }

    private static string Processor()
    {
        const string Key = "model name";
        string file = "/proc/cpuinfo";
        string? line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
