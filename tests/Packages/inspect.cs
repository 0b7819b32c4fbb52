// Looks into every package of a folder: has it what a package should have? Run: dotnet run tests/Packages/inspect.cs FOLDER VERSION
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;

string[] libraries =
[
    "Corpora",
    "Data",
    "Evaluation",
    "Features",
    "Models",
    "Numerics",
    "Pipeline",
    "Report",
    "Results",
    "Runner",
    "Torch",
];
(string folder, string version) = (args[0], args[1]);
int faults = 0;
foreach (string library in libraries)
{
    using ZipArchive package = Open($"Research.{library}", "nupkg");
    Check(library, package, [$"lib/net10.0/Research.{library}.dll", $"lib/net10.0/Research.{library}.xml"]);
    using ZipArchive symbols = Open($"Research.{library}", "snupkg");
    byte[] pdb = Bytes(symbols, $"lib/net10.0/Research.{library}.pdb");
    Fault(
        library,
        pdb.Length > 0 && !Encoding.UTF8.GetString(pdb).Contains(Environment.CurrentDirectory, StringComparison.Ordinal),
        "its symbols hold a path of this machine"
    );
    Fault(library, SourceLink(pdb), "its symbols have no Source Link");
}

using (ZipArchive tool = Open("Research.Tool", "nupkg"))
{
    Check("Tool", tool, ["tools/net10.0/any/research.dll", "tools/net10.0/any/DotnetToolSettings.xml"]);
    string settings = Encoding.UTF8.GetString(Bytes(tool, "tools/net10.0/any/research.runtimeconfig.json"));
    Fault("Tool", settings.Contains("\"rollForward\": \"Major\"", StringComparison.Ordinal), "it does not roll forward");
}

using (ZipArchive templates = Open("Research.Templates", "nupkg"))
{
    string[] files =
    [
        "research-study/build.sh",
        "research-study/.github/workflows/ci.yml",
        "research-study/.gitignore",
        "research-experiment/mine.cs",
    ];
    Check("Templates", templates, [.. files.Select(file => "content/" + file)]);
    foreach (string name in new[] { "research-study", "research-experiment" })
    {
        string text = Encoding.UTF8.GetString(Bytes(templates, $"content/{name}/.template.config/template.json"));
        Fault("Templates", text.Contains($"\"{version}\"", StringComparison.Ordinal), $"{name} does not name version {version}");
    }
}

using (ZipArchive torch = Open("Research.Torch", "nupkg"))
{
    Fault("Torch", Bytes(torch, "buildTransitive/Research.Torch.targets").Length > 0, "nothing refuses TorchSharp");
}

Console.WriteLine(
    faults == 0 ? $"{libraries.Length + 2} packages of version {version} have all that they should have" : $"{faults} faults"
);
return faults == 0 ? 0 : 1;

ZipArchive Open(string id, string kind) => ZipFile.OpenRead(Path.Combine(folder, $"{id}.{version}.{kind}"));

void Check(string name, ZipArchive package, string[] files)
{
    foreach (string file in files.Concat(["README.md", "icon.png", "CHANGELOG.md"]))
    {
        Fault(name, package.GetEntry(file) is { Length: > 0 }, $"{file} is missing or empty");
    }

    XElement metadata = XDocument.Load(new MemoryStream(Bytes(package, $"Research.{name}.nuspec"))).Root!.Elements().First();
    string Value(string element) => metadata.Elements().FirstOrDefault(item => item.Name.LocalName == element)?.Value ?? "";
    Fault(name, Value("version") == version, $"its version is {Value("version")}");
    Fault(name, Value("license") == "MIT", "it names no licence");
    Fault(name, Value("tags").Length > 0 && Value("description").Length > 0, "it has no tags or no description");
    Fault(name, Value("readme") == "README.md" && Value("icon") == "icon.png", "it names no README or no icon");
    Fault(name, Value("projectUrl").StartsWith("https://", StringComparison.Ordinal), "it has no project URL");
    XElement? repository = metadata.Elements().FirstOrDefault(item => item.Name.LocalName == "repository");
    Fault(name, repository?.Attribute("commit")?.Value.Length == 40, "it names no commit");
    string[] others =
    [
        .. metadata
            .Descendants()
            .Where(item =>
                item.Name.LocalName == "dependency"
                && item.Attribute("id")!.Value.StartsWith("Research.", StringComparison.Ordinal)
            )
            .Select(item => item.Attribute("version")!.Value),
    ];
    Fault(
        name,
        others.All(other => other == version),
        $"it asks for other versions of our packages: {string.Join(", ", others)}"
    );
}

void Fault(string name, bool well, string what)
{
    if (!well)
    {
        faults++;
        Console.WriteLine($"Research.{name}: {what}");
    }
}

static byte[] Bytes(ZipArchive archive, string name)
{
    if (archive.GetEntry(name) is not { } entry)
    {
        return [];
    }

    using Stream stream = entry.Open();
    var copy = new MemoryStream();
    stream.CopyTo(copy);
    return copy.ToArray();
}

static bool SourceLink(byte[] pdb)
{
    using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
    MetadataReader reader = provider.GetMetadataReader();
    var kind = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    return reader
        .CustomDebugInformation.Select(reader.GetCustomDebugInformation)
        .Any(info =>
            reader.GetGuid(info.Kind) == kind
            && Encoding.UTF8.GetString(reader.GetBlobBytes(info.Value)).Contains("\"/_/*\":\"https://", StringComparison.Ordinal)
        );
}
