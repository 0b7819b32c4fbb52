namespace Research.Data.Splits;

/// <summary>How items are drawn.</summary>
public enum Draw
{
    /// <summary>⌈fraction·n⌉ items, whatever their class.</summary>
    Items,

    /// <summary>⌈fraction·n⌉ items, of each class in proportion.</summary>
    Stratified,

    /// <summary>Of each class all but ⌈(1 − fraction)·n⌉ items.</summary>
    StratifiedByRest,

    /// <summary>Whole groups, until ⌈fraction·n⌉ items are reached: no group is on both sides.</summary>
    Groups,
}
