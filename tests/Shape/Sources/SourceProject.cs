using System.Xml.Linq;

namespace Research.Shape.Sources;

/// <summary>A folder of C# files, with its project file where there is one.</summary>
public sealed class SourceProject
{
    public required string Name { get; init; }

    /// <summary>Full path.</summary>
    public required string Folder { get; init; }

    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>Names of the projects that it references.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>Names of the packages and assemblies that it references.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Namespaces that the project file imports into every file.</summary>
    public required IReadOnlyList<string> Usings { get; init; }

    /// <summary>Reads a folder, build outputs aside.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SourceProject Read(string folder)
    {
        string? path = Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault();
        XDocument file = path is null ? new XDocument(new XElement("Project")) : XDocument.Load(path);
        HashSet<string> removed =
        [
            .. Included(file, "Compile", "Remove").Select(item => item.Replace("/**", "", StringComparison.Ordinal)),
        ];
        return new()
        {
            Name = path is null
                ? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))
                : Path.GetFileNameWithoutExtension(path),
            Folder = folder,
            Files = [.. Sources(folder).Where(source => !removed.Contains(source.Folder))],
            Projects = [.. Included(file, "ProjectReference").Select(Path.GetFileNameWithoutExtension).OfType<string>()],
            Packages = [.. Included(file, "PackageReference"), .. Included(file, "Reference")],
            Usings = [.. Included(file, "Using")],
        };
    }

    private static IEnumerable<SourceFile> Sources(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split('/', '\\').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => SourceFile.Read(folder, path));

    private static IEnumerable<string> Included(XDocument file, string item, string attribute = "Include") =>
        file.Descendants(item).Select(element => element.Attribute(attribute)?.Value).OfType<string>();
}
