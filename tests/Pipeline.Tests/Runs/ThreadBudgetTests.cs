using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

public class ThreadBudgetTests
{
    private readonly ThreadBudget _budget = new(1);
    private readonly List<int> _told = [];

    [Fact]
    public void A_listener_is_told_of_each_change_and_of_nothing_else()
    {
        _budget.Listen(1, _told.Add);
        _budget.Set(1);
        _budget.Set(4);
        _budget.Set(4);
        _budget.Set(2);
        Assert.Equal([4, 2], _told);
        Assert.Equal(2, _budget.Threads);
    }

    [Fact]
    public void A_change_before_anybody_listened_is_told_at_once()
    {
        _budget.Set(3);
        _budget.Listen(1, _told.Add);
        Assert.Equal([3], _told);
    }

    [Fact]
    public void Nobody_is_told_after_it_was_forgotten()
    {
        _budget.Listen(1, _told.Add);
        _budget.Forget();
        _budget.Set(2);
        Assert.Empty(_told);
    }
}
