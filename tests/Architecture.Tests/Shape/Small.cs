using Research.Shape.Sources;

namespace Research.Architecture.Tests.Shape;

/// <summary>A project of a few lines.</summary>
internal static class Small
{
    public static SourceProject Project(params IEnumerable<(string Path, string Text)> files) =>
        new()
        {
            Name = "Small",
            Folder = "",
            Files = [.. files.Select(file => SourceFile.Parse(file.Path, file.Text))],
            Projects = [],
            Packages = [],
            Usings = [],
        };
}
