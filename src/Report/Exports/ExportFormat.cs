using Research.Report.Exports.Input;
using Research.Report.Exports.Text;

namespace Research.Report.Exports;

/// <summary>A standard format in which committed results leave the package.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Description">What it says, for whom.</param>
/// <param name="Files">Makes its files.</param>
internal sealed record ExportFormat(string Name, string Description, Func<ExportInput, IEnumerable<ExportedFile>> Files)
{
    /// <summary>Sentences about what the committed results lack for it.</summary>
    public Func<ExportInput, IEnumerable<string>> Notes { get; init; } = _ => [];
}
