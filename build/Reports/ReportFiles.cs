using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline;
using Research.Report;
using Research.Report.Input;

namespace Research.Build.Reports;

/// <summary>Writes report.html and REPORT.md into a folder, unless they are there and made from just this.</summary>
public static class ReportFiles
{
    /// <returns>Whether anything was written.</returns>
    public static bool Write(Project project, string snapshots, string folder)
    {
        (string html, string markdown) = (Path.Combine(folder, HtmlReport.File), Path.Combine(folder, MarkdownReport.File));
        string stamp = Path.Combine(project.Settings.Artifacts, ".engine", "reports", Stamp(folder)[..16]);
        string sources = Sources(project, snapshots);
        if (File.Exists(stamp) && File.ReadAllText(stamp) == sources + Outputs(project.Hashes, html, markdown))
        {
            return false;
        }

        ReportInput input = ReportSource.Of(project, snapshots);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(html, HtmlReport.Of(input));
        AtomicFile.Write(markdown, MarkdownReport.Of(input));
        AtomicFile.Write(stamp, sources + Outputs(project.Hashes, html, markdown));
        return true;
    }

    // The program, the pins, and every file that may be read.
    private static string Sources(Project project, string snapshots)
    {
        var text = new StringBuilder();
        foreach (Type type in new[] { typeof(HtmlReport), typeof(ReportFiles), typeof(Experiments.Catalogue), typeof(Project) })
        {
            text.Append(type.Module.ModuleVersionId).Append('\n');
        }

        string profile = project.Settings.Profile.Name();
        IEnumerable<string> read = new[] { project.Settings.Artifacts, snapshots }
            .Select(root => Path.Combine(root, profile))
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetFileName(file) is not (HtmlReport.File or MarkdownReport.File))
            .Order(StringComparer.Ordinal)
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
