using Research.Pipeline.Closures;

namespace Research.Pipeline.Targets;

/// <summary>The results section of README.md, from the committed results of profile paper.</summary>
/// <param name="section">Gives the text of the section; takes the folder of results.</param>
public sealed class ReadmeTarget(Func<string, string> section) : Target
{
    public const string Id = "readme";
    public const string File = "results.md";

    private readonly SectionWriter _writer = new(section);

    public override string Name => Id;

    public override TargetKind Kind => TargetKind.Report;

    public override string? Folder => "readme";

    public override object? Settings => _writer;

    public override CodeRoots Roots => OwnMake;

    public override IReadOnlyDictionary<string, string> Data(DataInputs inputs) => SnapshotFiles.Leaf(inputs, Profile.Paper);

    public override void Make(Job job) => job.Write(File, _writer.Section(SnapshotFiles.Folder(job.Root, Profile.Paper)));

    private sealed record SectionWriter(Func<string, string> Section);
}
