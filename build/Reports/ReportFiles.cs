using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Report;
using Research.Report.Input;

namespace Research.Build.Reports;

/// <summary>Writes report.html and REPORT.md into a folder, unless they are there and made from just this.</summary>
public static class ReportFiles
{
    /// <returns>Whether anything was written.</returns>
    /// <param name="isCurrent">Whether this run left a target as it should be; null to report the committed snapshots as they are.</param>
    public static bool Write(Project project, string snapshots, string folder, Func<Target, bool>? isCurrent)
    {
        (string html, string markdown) = (Path.Combine(folder, HtmlReport.File), Path.Combine(folder, MarkdownReport.File));
        string stamp = Path.Combine(project.Settings.Artifacts, ".engine", "reports", Stamp(folder)[..16]);
        string sources = Sources(project, snapshots, isCurrent);
        if (File.Exists(stamp) && File.ReadAllText(stamp) == sources + Outputs(project.Hashes, html, markdown))
        {
            return false;
        }

        ReportInput input = ReportSource.Of(project, snapshots, isCurrent);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(html, HtmlReport.Of(input));
        AtomicFile.Write(markdown, MarkdownReport.Of(input));
        AtomicFile.Write(stamp, sources + Outputs(project.Hashes, html, markdown));
        return true;
    }

    // The program, the pins, and every file that may be read.
    private static string Sources(Project project, string snapshots, Func<Target, bool>? isCurrent)
    {
        var text = new StringBuilder();
        foreach (Target target in project.Graph.All.Where(target => target.Kind == TargetKind.Tables))
        {
            text.Append(target.Name)
                .Append(
                    isCurrent is null ? " as committed\n"
                    : isCurrent(target) ? " is current\n"
                    : " is not\n"
                );
        }

        string program = Path.GetDirectoryName(typeof(ReportFiles).Assembly.Location)!;
        string profile = project.Settings.Profile.Name();
        IEnumerable<string> read = new[] { project.Settings.Artifacts, snapshots }
            .Select(root => Path.Combine(root, profile))
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) is not (HtmlReport.File or MarkdownReport.File))
            .Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateFiles(program, "Research.*.dll").Order(StringComparer.Ordinal))
            .Append(ReportSource.DocumentationPath)
            .Append(Checkout.LockFile(project.Settings.Root));
        foreach (string file in read)
        {
            text.Append(file).Append(' ').Append(project.Hashes.Of(file)).Append('\n');
        }

        return Stamp(text.ToString()) + "\n";
    }

    private static string Outputs(FileHashes hashes, params string[] files) =>
        string.Concat(files.Select(file => (File.Exists(file) ? hashes.Of(file) : "none") + "\n"));

    private static string Stamp(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
