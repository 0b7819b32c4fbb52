using System.CommandLine;
using Research.Shape;
using Research.Shape.Measures;
using Research.Shape.Sources;

var against = new Option<DirectoryInfo[]>("--against")
{
    Description = "Folders of other projects to measure likewise; each is named as its folder is.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [],
};
var pairs = new Option<string?>("--pairs")
{
    Description = "Prints every pair of places of one project that share lines, and nothing else.",
    HelpName = "PROJECT",
};
var command = new RootCommand("Measures the shape of the code, project by project, and prints it as Markdown.")
{
    against,
    pairs,
};
command.SetAction(parsed =>
{
    if (parsed.GetValue(pairs) is { } name)
    {
        try
        {
            PairsPage.Write(Console.Out, name, SourceTree.Read(SourceTree.Root()));
            return 0;
        }
        catch (ArgumentException unknown)
        {
            Console.Error.WriteLine(unknown.Message);
            return 1;
        }
    }

    DirectoryInfo[] others = parsed.GetValue(against)!;
    if (others.FirstOrDefault(folder => !folder.Exists) is { } missing)
    {
        Console.Error.WriteLine(
            $"There is no folder {missing.FullName}: give --against the folder that holds the project's sources."
        );
        return 1;
    }

    ProjectShape[] ours = [.. SourceTree.Read(SourceTree.Root()).AsParallel().AsOrdered().Select(ProjectShape.Of)];
    ProjectShape[] theirs =
    [
        .. others.Select(folder => ProjectShape.Of(SourceProject.Read(folder.FullName)) with { Name = folder.Name }),
    ];
    string call =
        $"dotnet run -c Release --project tests/Shape{string.Concat(others.Select((folder, i) => $"{(i == 0 ? " -- --against" : "")} {folder.Name}"))}";
    using var page = new StringWriter();
    ShapePage.Write(page, call, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), ours, theirs);
    Console.Out.Write(page.ToString().TrimEnd('\n') + "\n");
    return 0;
});
return command.Parse(args).Invoke();
