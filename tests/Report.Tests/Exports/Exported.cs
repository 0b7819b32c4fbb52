using System.Collections.Concurrent;
using System.Text.Json;
using Research.Report.Exports;
using Research.Report.Exports.Input;
using Research.Tests;

namespace Research.Report.Tests.Exports;

/// <summary>An export of every format: of a tiny checkout, and of the committed results of each profile; each made once.</summary>
internal sealed class Exported
{
    private static readonly ConcurrentDictionary<string, Lazy<Exported>> Made = new();

    private Exported(string root, string profile)
    {
        Input = ExportInput.Read(root, profile);
        Folder = Scratch.Folder();
        (Paths, Notes) = ExportFiles.Write(root, profile, [], Folder);
    }

    /// <summary>Names of the cases.</summary>
    public static TheoryData<string> Cases => ["tiny", .. Samples.Profiles];

    public ExportInput Input { get; }

    public string Folder { get; }

    public IReadOnlyList<string> Paths { get; }

    public IReadOnlyList<string> Notes { get; }

    public static Exported Of(string name) =>
        Made.GetOrAdd(
            name,
            static key => new(() => key == "tiny" ? new(TinyCheckout.Make(), "paper") : new Exported(RealData.Repository(), key))
        ).Value;

    public byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Folder, path));

    public string Text(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public JsonElement Json(string path) => JsonElement.Parse(Bytes(path));
}
