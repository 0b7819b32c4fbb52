// Makes programs that were compiled here self-contained on another system: our assemblies as they are, the framework and the starter of that system.
// Run: dotnet run tests/Platforms/Assemble/assemble.cs OURS HOST PROGRAM OUT
//   OURS     the folder of a program of ours          HOST  an empty program that was published self-contained for the other system
//   PROGRAM  the program's name, as Research.Build    OUT   the folder of the new program; programs may share one
using System.Text.Json.Nodes;

(string ours, string host, string program, string folder) = (args[0], args[1], args[2], args[3]);
Directory.CreateDirectory(folder);
foreach (
    string file in Directory
        .EnumerateFiles(host)
        .Where(file => !Path.GetFileName(file).StartsWith("host.", StringComparison.Ordinal))
)
{
    File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true); // the framework; ours, where we bring a newer one, come after it
}

foreach (string file in Directory.EnumerateFiles(ours).Where(file => Path.GetExtension(file) is ".dll" or ".xml"))
{
    // Documentation too: experiments are described by it.
    File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
}

JsonNode dependencies = Read(ours, program + ".deps.json");
JsonNode theirs = Read(host, "host.deps.json");
string system = (string)theirs["runtimeTarget"]!["name"]!; // such as .NETCoreApp,Version=v10.0/linux-arm64
JsonObject targets = dependencies["targets"]!.AsObject();
JsonObject libraries = targets.First().Value!.DeepClone().AsObject();
foreach ((string name, JsonNode? library) in theirs["targets"]![system]!.AsObject().Where(IsRuntimePack))
{
    libraries.Add(name, library!.DeepClone());
}

foreach ((string name, JsonNode? library) in theirs["libraries"]!.AsObject().Where(IsRuntimePack))
{
    dependencies["libraries"]!.AsObject().Add(name, library!.DeepClone());
}

targets.Add(system, libraries);
dependencies["runtimeTarget"]!["name"] = system;
Write(program + ".deps.json", dependencies);

JsonNode settings = Read(ours, program + ".runtimeconfig.json");
JsonObject options = settings["runtimeOptions"]!.AsObject();
options.Remove("framework");
options.Remove("rollForward");
options["includedFrameworks"] = Read(host, "host.runtimeconfig.json")["runtimeOptions"]!["includedFrameworks"]!.DeepClone();
Write(program + ".runtimeconfig.json", settings);

static bool IsRuntimePack(KeyValuePair<string, JsonNode?> library) =>
    library.Key.StartsWith("runtimepack.", StringComparison.Ordinal);

static JsonNode Read(string folder, string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name)))!;

void Write(string name, JsonNode json) => File.WriteAllText(Path.Combine(folder, name), json.ToJsonString());
