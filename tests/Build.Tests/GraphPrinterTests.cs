using Cake.Frosting;
using Research.Pipeline;

namespace Research.Build.Tests;

public class GraphPrinterTests
{
    private static readonly TaskCatalog Catalog = Program.Tasks();

    [Fact]
    public void The_tree_holds_the_experiments_of_the_profile_and_no_other()
    {
        string[] quick = Tree(Profile.Quick);
        string[] paper = Tree(Profile.Paper);
        string[] onlyPaper = [.. Tasks(Profile.Paper).Except(Tasks(Profile.Quick))];
        Assert.NotEmpty(onlyPaper);
        Assert.All(onlyPaper, name => Assert.Contains(paper, line => line.EndsWith("─" + name, StringComparison.Ordinal)));
        Assert.All(onlyPaper, name => Assert.DoesNotContain(quick, line => line.EndsWith("─" + name, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_order_follows_the_profile_too()
    {
        using var output = new StringWriter();
        GraphPrinter.Order(Catalog, Catalog.OrderOf("Reproduce"), Profile.Quick, output);
        string[] onlyPaper = [.. Tasks(Profile.Paper).Except(Tasks(Profile.Quick))];
        Assert.All(onlyPaper, name => Assert.DoesNotContain($" {name} ", output.ToString(), StringComparison.Ordinal));
        Assert.Contains(" Reproduce ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_the_profile_lacks_says_so()
    {
        string name = Tasks(Profile.Paper).Except(Tasks(Profile.Quick)).First();
        using var output = new StringWriter();
        GraphPrinter.Tree(Catalog, name, Profile.Quick, output);
        Assert.StartsWith($"{name} (not in profile quick)", output.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Tasks(Profile profile) =>
        Experiments.Studies.All.SelectMany(study => study.Experiments(profile)).Select(experiment => experiment.Target);

    private static string[] Tree(Profile profile)
    {
        using var output = new StringWriter { NewLine = "\n" };
        GraphPrinter.Tree(Catalog, "Reproduce", profile, output);
        return output.ToString().TrimEnd().Split('\n');
    }
}
