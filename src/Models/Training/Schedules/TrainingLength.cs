namespace Research.Models.Training.Schedules;

/// <summary>How long a training lasts if nothing stops it.</summary>
internal readonly record struct TrainingLength(int Epochs, int UpdatesPerEpoch)
{
    /// <exception cref="ArgumentException">More than an int can count.</exception>
    public int Updates =>
        (long)Epochs * UpdatesPerEpoch is var updates && updates <= int.MaxValue
            ? (int)updates
            : throw new ArgumentException(
                $"{Epochs} epochs of {UpdatesPerEpoch} updates are more than the {int.MaxValue} that a schedule can count."
            );
}
