using Research.Data.Locking;
using Research.Data.Store;
using Research.Report.Input;

namespace Research.Report;

/// <summary>report.html and REPORT.md of a profile, from its folder of results alone.</summary>
public static class ReportFiles
{
    /// <param name="results">Folder of the profile's results, such as results/paper or artifacts/quick.</param>
    /// <param name="pins">Every pinned dataset.</param>
    /// <param name="output">Folder of the two files; it may be the same.</param>
    /// <exception cref="Numerics.ResearchException">A description, a table or a column is missing.</exception>
    public static void Write(string results, DatasetLock pins, string output)
    {
        var input = ReportInput.Read(results, pins);
        Directory.CreateDirectory(output);
        AtomicFile.Write(Path.Combine(output, HtmlReport.File), HtmlReport.Of(input));
        AtomicFile.Write(Path.Combine(output, MarkdownReport.File), MarkdownReport.Of(input));
    }
}
