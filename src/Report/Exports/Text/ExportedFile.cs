using System.Text;

namespace Research.Report.Exports.Text;

/// <summary>A file of an export.</summary>
/// <param name="Path">Below the output folder, with '/'.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ExportedFile(string Path, byte[] Bytes)
{
    public static ExportedFile OfText(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
