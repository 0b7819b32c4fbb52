using System.Security.Cryptography;
using System.Text;
using Research.Data.Store;
using Research.Pipeline;
using Research.Report;

namespace Research.Build.Reports;

/// <summary>Writes the report of a folder of results into that folder, unless it is there and made from just this.</summary>
public static class ReportRun
{
    /// <param name="project">The checkout.</param>
    /// <param name="results">Folder of the profile's results.</param>
    /// <param name="leftOut">Studies and experiments whose files there are not to be shown.</param>
    /// <returns>Whether anything was written.</returns>
    public static bool Write(Project project, string results, IReadOnlyCollection<string> leftOut)
    {
        string stamp = Path.Combine(project.Settings.Artifacts, ".engine", "reports", Hash(results)[..16]);
        string sources = Hash(Sources(project, results, leftOut)) + "\n";
        if (File.Exists(stamp) && File.ReadAllText(stamp) == sources + Outputs(project.Hashes, results))
        {
            return false;
        }

        ReportFiles.Write(results, project.Inputs.Pins, leftOut, results);
        AtomicFile.Write(stamp, sources + Outputs(project.Hashes, results));
        return true;
    }

    // The program, the pins, and every file that may be read.
    private static string Sources(Project project, string results, IReadOnlyCollection<string> leftOut)
    {
        string program = Path.GetDirectoryName(typeof(ReportRun).Assembly.Location)!;
        IEnumerable<string> read = Directory
            .EnumerateFiles(results, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not (HtmlReport.File or MarkdownReport.File))
            .Concat(Directory.EnumerateFiles(program, "Research.*.dll"))
            .Append(Checkout.LockFile(project.Settings.Root))
            .Order(StringComparer.Ordinal);
        var text = new StringBuilder();
        text.AppendJoin('\n', leftOut.Order(StringComparer.Ordinal)).Append('\n');
        foreach (string file in read)
        {
            text.Append(file).Append(' ').Append(project.Hashes.Of(file)).Append('\n');
        }

        return text.ToString();
    }

    private static string Outputs(FileHashes hashes, string folder) =>
        string.Concat(
            new[] { HtmlReport.File, MarkdownReport.File }
                .Select(file => Path.Combine(folder, file))
                .Select(file => (File.Exists(file) ? hashes.Of(file) : "none") + "\n")
        );

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
