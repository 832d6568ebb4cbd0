stories = { $count ->
    [one] { $count } story
   *[other] { $count } stories
}
