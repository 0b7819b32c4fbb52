using System.Globalization;
using System.Text;

namespace Research.Gpu;

/// <summary>A report as a person reads it.</summary>
internal static class ReportText
{
    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        Line(text, $"{report.Device}");
        Line(text, $"{report.Date}, {report.OperatingSystem}, {report.Processor}, {report.Seconds:F0} seconds");
        Line(text, $"kernels.ptx: sha256 {report.Kernels}");
        Line(text, $"");
        Kind(text, "primitives with the CPU's bits", report.Primitives);
        Kind(text, "trainings with the pinned hash", report.Trainings);
        Kind(text, "experiments with the committed tables", report.Tables);
        if (report.MachineCode is { } code)
        {
            Line(text, $"machine instructions: {string.Join(", ", code.Select(one => $"{one.Key} {one.Value}"))}");
        }

        Timings(text, report.Timings ?? []);
        foreach (string line in report.NotDone)
        {
            Line(text, $"not done: {line}");
        }

        return text.ToString().TrimEnd();
    }

    private static void Kind(StringBuilder text, string what, IReadOnlyList<Comparison>? all)
    {
        if (all is null)
        {
            return;
        }

        Line(text, $"{all.Count(one => one.Difference is null)} of {all.Count} {what}");
        foreach (Comparison one in all.Where(one => one.Difference is not null))
        {
            Line(text, $"  DIFFERS: {one.Name}: {one.Difference}");
        }
    }

    private static void Timings(StringBuilder text, IReadOnlyList<Timing> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        Line(text, $"");
        Line(text, $"| case | ours, ms | TFLOP/s | PyTorch fp32, ms | PyTorch / ours | ours, MiB | PyTorch, MiB |");
        Line(text, $"| --- | --- | --- | --- | --- | --- | --- |");
        foreach (Timing one in all)
        {
            string rate = one.Operations > 0 ? Number(one.Operations / one.Seconds / 1e12) : "";
            string theirs = one.Theirs is { } peer ? Number(peer.Seconds * 1e3) : "";
            string peak = one.Theirs is { } other ? Number(other.PeakBytes / 1048576.0) : "";
            string ratio = one.Ratio is { } value ? Number(value) : "";
            Line(
                text,
                $"| {one.Name} | {Number(one.Seconds * 1e3)} | {rate} | {theirs} | {ratio} | {Number(one.PeakBytes / 1048576.0)} | {peak} |"
            );
        }

        Line(text, $"");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
