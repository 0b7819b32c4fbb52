namespace Research.Build.Display;

/// <summary>Tells a person what runs, how far it is, and how long is left.</summary>
internal interface IDisplay
{
    /// <summary>Shows what runs while the body does.</summary>
    Task ShowAsync(Func<Task> body);

    void Start(string target);

    /// <param name="share">Done so far, 0 to 1.</param>
    void Progress(string target, double share);

    void Finish(string target, string remark);

    /// <summary>A line that stays.</summary>
    void Say(string line);
}
