using Cake.Frosting;

namespace Research.Build.Tests.Frosting;

public class TaskCatalogTests
{
    [Fact]
    public void Tasks_stand_by_their_first_word_and_keep_their_order_within_it()
    {
        var catalog = new TaskCatalog(Task("Verify"), Task("Music.Second"), Task("Music.First"), Task("Music"), Task("Accept"));
        Assert.Equal(["Accept", "Music.Second", "Music.First", "Music", "Verify"], catalog.Names);
    }

    [Fact]
    public void A_task_can_name_those_that_need_it()
    {
        var catalog = new TaskCatalog(
            Task("All") with
            {
                Dependencies = ["One"],
            },
            Task("Two") with
            {
                DependeeOf = ["All"],
            },
            Task("One")
        );
        Assert.Equal(["One", "Two"], catalog.DependenciesOf("All"));
        Assert.Equal(["One", "Two", "All"], catalog.OrderOf("All"));
    }

    [Fact]
    public void A_name_is_found_in_any_case_and_spelled_as_the_task_spells_it()
    {
        var catalog = new TaskCatalog(Task("Digits.GmmHmm"));
        Assert.Equal("Digits.GmmHmm", catalog.Find("digits.gmmhmm"));
        Assert.Null(catalog.Find("Digits"));
    }

    [Fact]
    public void A_dependency_that_is_not_there_is_refused_by_name()
    {
        Assert.Contains("Gone", Refusal(Task("One") with { Dependencies = ["Gone"] }), StringComparison.Ordinal);
        Assert.Contains("Gone", Refusal(Task("One") with { DependeeOf = ["Gone"] }), StringComparison.Ordinal);
    }

    private static string Refusal(TaskEntry task) => Assert.Throws<ArgumentException>(() => new TaskCatalog(task)).Message;

    private static TaskEntry Task(string name) =>
        new()
        {
            Name = name,
            Description = "",
            Dependencies = [],
            DependeeOf = [],
            Create = () => throw new NotSupportedException("No test runs it."),
        };
}
