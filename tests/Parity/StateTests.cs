namespace Research.Parity;

/// <summary>Each engine reads what the other saved, to the last bit.</summary>
public class StateTests
{
    public static TheoryData<string> Kinds => [.. States.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_engine_reads_the_other_s_weights(string kind)
    {
        using OtherEngine other = OtherEngine.OrSkip();
        string ours = other.Save(kind, 3);
        string theirs = States.Save(kind, 4);
        AssertEqual(other.Load(kind, ours), States.Load(kind, ours));
        AssertEqual(other.Load(kind, theirs), States.Load(kind, theirs));
    }

    private static void AssertEqual(Answer one, Answer other)
    {
        Assert.NotEmpty(one.Parts);
        Assert.Equal(one.ToText(), other.ToText());
    }
}
